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
    public static IReadOnlyList<DensityRegion> OfLogarithms(ReadOnlySpan<double> x, ReadOnlySpan<double> y, params ReadOnlySpan<double> shares)
    {
        var (logX, logY) = (Logarithms(x, nameof(x)), Logarithms(y, nameof(y)));
        return Of(logX, logY, shares);
    }

    /// <summary>Regions of both numbers as they are. A number that does not vary is widened to a bandwidth of 0.02.</summary>
    public static IReadOnlyList<DensityRegion> Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, params ReadOnlySpan<double> shares)
    {
        if (x.Length != y.Length || x.IsEmpty)
        {
            throw new ArgumentException("A density region needs as many samples of the one as of the other, and at least one.", nameof(y));
        }

        var (acrossX, acrossY) = (new Axis(x), new Axis(y));
        var density = Density(x, y, acrossX, acrossY);
        var regions = new List<DensityRegion>();
        foreach (var share in shares)
        {
            var level = Level(density, share);
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
                ? Elementary.Log(values[k]) / 2.302585092994046
                : throw new ArgumentOutOfRangeException(name, values[k], "A logarithmic axis only shows numbers above 0.");
        }

        return logs;
    }

    // Samples are shared over the four nearest grid points, then spread by the kernel along each axis.
    private static double[,] Density(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Axis acrossX, Axis acrossY)
    {
        var grid = new double[Cells, Cells];
        for (var k = 0; k < x.Length; k++)
        {
            var (px, py) = (acrossX.Place(x[k]), acrossY.Place(y[k]));
            var (i, j) = ((int)px, (int)py);
            var (u, v) = (px - i, py - j);
            grid[i, j] += (1 - u) * (1 - v);
            grid[i + 1, j] += u * (1 - v);
            grid[i, j + 1] += (1 - u) * v;
            grid[i + 1, j + 1] += u * v;
        }

        return Spread(Spread(grid, acrossX.Kernel(), byRow: true), acrossY.Kernel(), byRow: false);
    }

    private static double[,] Spread(double[,] grid, double[] kernel, bool byRow)
    {
        var spread = new double[Cells, Cells];
        for (var i = 0; i < Cells; i++)
        {
            for (var j = 0; j < Cells; j++)
            {
                for (var d = -(Cells - 1); grid[i, j] != 0 && d < Cells; d++)
                {
                    var (to, other) = byRow ? (i + d, j) : (j + d, i);
                    if (to > 0 && to < Cells - 1)
                    {
                        spread[byRow ? to : other, byRow ? other : to] += grid[i, j] * kernel[Math.Abs(d)];
                    }
                }
            }
        }

        return spread;
    }

    private static double Level(double[,] density, double share)
    {
        if (!(share > 0 && share < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share inside a region lies between 0 and 1.");
        }

        var falling = density.Cast<double>().OrderDescending().ToArray();
        var (wanted, sum, k) = (share * falling.Sum(), 0.0, 0);
        while (k < falling.Length - 1 && sum + falling[k] < wanted)
        {
            sum += falling[k++];
        }

        return falling[k];
    }

    // The grid reaches four bandwidths beyond the samples.
    private readonly struct Axis
    {
        private readonly double low;
        private readonly double step;
        private readonly double bandwidth;

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

        internal double[] Kernel()
        {
            var (width, kernel) = (bandwidth / step, new double[Cells]);
            for (var d = 0; d < Cells; d++)
            {
                kernel[d] = Elementary.Exp(-0.5 * d * d / (width * width));
            }

            return kernel;
        }
    }
}
