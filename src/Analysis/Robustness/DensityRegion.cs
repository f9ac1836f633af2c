using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Weerbaar.Analysis.Uncertainty;

namespace Weerbaar.Analysis.Robustness;

/// <summary>A point on the diagram, on the axes' own scale (for log axes: the logarithm to base 10).</summary>
public readonly record struct DiagramPoint(double X, double Y);

/// <summary>
/// The smallest area that holds a given share of the samples of two numbers, such as likelihood and impact: the highest
/// density region (Hyndman 1996) of a Gaussian kernel estimate with Scott's bandwidth, as closed polygons.
/// </summary>
/// <param name="Share">Probability inside.</param>
/// <param name="Polygons">Closed outlines, the last point joined to the first; holes run the other way round.</param>
public sealed record DensityRegion(double Share, IReadOnlyList<IReadOnlyList<DiagramPoint>> Polygons)
{
    private const int Cells = 72;
    private const double LeastBandwidth = 0.02;

    /// <summary>Regions of both numbers on logarithmic axes; every sample must be above 0.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    public static IReadOnlyList<DensityRegion> OfLogarithms(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> shares, CancellationToken cancel = default)
    {
        var (logX, logY) = (Logarithms(x, nameof(x)), Logarithms(y, nameof(y)));
        return Of(logX, logY, shares, cancel);
    }

    /// <summary>Regions of both numbers as they are. A number that does not vary is widened to a bandwidth of 0.02.</summary>
    /// <param name="x">One number of each sample.</param>
    /// <param name="y">The other.</param>
    /// <param name="shares">Probability inside each region, between 0 and 1.</param>
    /// <param name="cancel">Stops within some hundred thousand samples.</param>
    public static IReadOnlyList<DensityRegion> Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> shares, CancellationToken cancel = default)
    {
        if (x.Length != y.Length || x.IsEmpty)
        {
            throw new ArgumentException("A density region needs as many samples of the one as of the other, and at least one.", nameof(y));
        }

        var (acrossX, acrossY) = (new Axis(x), new Axis(y));
        var density = Density(x, y, acrossX, acrossY, cancel);
        var (falling, regions) = (Falling(density), new List<DensityRegion>());
        foreach (var share in shares)
        {
            var level = Level(falling, share);
            regions.Add(new(share, [.. Contour.Of(density, level).Select(loop => (IReadOnlyList<DiagramPoint>)[.. loop.Select(p => new DiagramPoint(acrossX.At(p.X), acrossY.At(p.Y)))])]));
        }

        return regions;
    }

    private static double[] Logarithms(ReadOnlySpan<double> values, string name)
    {
        var logs = new double[values.Length];
        for (var k = 0; k < logs.Length; k++)
        {
            logs[k] = values[k] > 0 && double.IsFinite(values[k])
                ? Elementary.Log10(values[k])
                : throw new ArgumentOutOfRangeException(name, values[k], "A logarithmic axis only shows numbers above 0.");
        }

        return logs;
    }

    // Samples are shared over the four nearest grid points, then spread by the kernel along each axis.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[,] Density(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Axis acrossX, Axis acrossY, CancellationToken cancel)
    {
        var grid = new double[Cells, Cells];
        for (var k = 0; k < x.Length; k++)
        {
            if ((k & 0x3FFFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }

            var (px, py) = (acrossX.Place(x[k]), acrossY.Place(y[k]));
            var (i, j) = ((int)px, (int)py);
            var (u, v) = (px - i, py - j);
            grid[i, j] += (1 - u) * (1 - v);
            grid[i + 1, j] += u * (1 - v);
            grid[i, j + 1] += (1 - u) * v;
            grid[i + 1, j + 1] += u * v;
        }

        return AlongY(AlongX(grid, acrossX.Kernel()), acrossY.Kernel());
    }

    // Sums run in the order of the cells that give, so vectors change no bit; the border stays empty, as contours need.
    private static double[,] AlongX(double[,] grid, double[] kernel)
    {
        var spread = new double[Cells, Cells];
        for (var i = 0; i < Cells; i++)
        {
            var end = Row(grid, i).ContainsAnyExcept(0.0) ? Cells - 1 : 0;
            for (var to = 1; to < end; to++)
            {
                Add(Row(spread, to), Row(grid, i), kernel[Cells - 1 + to - i]);
            }
        }

        return spread;
    }

    private static double[,] AlongY(double[,] grid, double[] kernel)
    {
        var spread = new double[Cells, Cells];
        for (var i = 0; i < Cells; i++)
        {
            for (var j = 0; j < Cells; j++)
            {
                if (grid[i, j] != 0)
                {
                    Add(Row(spread, i)[1..^1], kernel.AsSpan(Cells - j, Cells - 2), grid[i, j]);
                }
            }
        }

        return spread;
    }

    private static Span<double> Row(double[,] grid, int i) => MemoryMarshal.CreateSpan(ref grid[i, 0], Cells);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Span<double> into, ReadOnlySpan<double> from, double times)
    {
        var k = 0;
        for (; k <= into.Length - Vector512<double>.Count; k += Vector512<double>.Count)
        {
            var sum = Vector512.Create<double>(into[k..]) + (Vector512.Create<double>(from[k..]) * Vector512.Create(times));
            sum.CopyTo(into[k..]);
        }

        for (; k < into.Length; k++)
        {
            into[k] += from[k] * times;
        }
    }

    private static double Level(double[] falling, double share)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share inside a region lies between 0 and 1.");
        }

        var (wanted, sum, k) = (share * Sum(falling), 0.0, 0);
        while (k < falling.Length - 1 && sum + falling[k] < wanted)
        {
            sum += falling[k++];
        }

        return falling[k];
    }

    private static double[] Falling(double[,] density)
    {
        double[] falling = [.. MemoryMarshal.CreateReadOnlySpan(ref density[0, 0], density.Length)];
        Array.Sort(falling);
        Array.Reverse(falling);
        return falling;
    }

    private static double Sum(double[] numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    // The grid reaches four bandwidths beyond the samples.
    private readonly struct Axis
    {
        private readonly double low;
        private readonly double step;
        private readonly double bandwidth;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal Axis(ReadOnlySpan<double> values)
        {
            var (least, most, mean) = (double.PositiveInfinity, double.NegativeInfinity, 0.0);
            foreach (var v in values)
            {
                (least, most, mean) = (Math.Min(least, v), Math.Max(most, v), mean + (v / values.Length));
            }

            var variance = 0.0;
            foreach (var v in values)
            {
                variance += (v - mean) * (v - mean) / values.Length;
            }

            bandwidth = Math.Max(LeastBandwidth, Math.Sqrt(variance) * Elementary.Pow(values.Length, -1.0 / 6));
            low = least - (4 * bandwidth);
            step = (most - least + (8 * bandwidth)) / (Cells - 1);
            bandwidth = Math.Max(bandwidth, step);
        }

        internal double Place(double value) => Math.Clamp((value - low) / step, 0, Cells - 1.0001);

        internal double At(double place) => low + (place * step);

        /// <summary>The kernel at distances of −71 to 71 cells.</summary>
        internal double[] Kernel()
        {
            var (width, kernel) = (bandwidth / step, new double[(2 * Cells) - 1]);
            for (var d = 0; d < Cells; d++)
            {
                kernel[Cells - 1 + d] = kernel[Cells - 1 - d] = Elementary.Exp(-0.5 * d * d / (width * width));
            }

            return kernel;
        }
    }
}
