namespace Weerbaar.Analysis.Sensitivity;

/// <summary>Share of the variance of a result that one input explains.</summary>
/// <param name="FirstOrder">Share explained by the input alone, in [0, 1] up to its error.</param>
/// <param name="FirstOrderError">Standard error of <paramref name="FirstOrder"/>.</param>
/// <param name="Total">Share in which the input has a part, alone or together with others.</param>
/// <param name="TotalError">Standard error of <paramref name="Total"/>.</param>
public readonly record struct SobolIndex(double FirstOrder, double FirstOrderError, double Total, double TotalError);

/// <summary>The indices of every input, and the variance they share out.</summary>
public sealed record SobolResult(double Mean, double Variance, IReadOnlyList<SobolIndex> Indices);

/// <summary>Fills a row of independent uniform numbers in (0, 1). The same sample number always gives the same row.</summary>
public delegate void UniformSource(int sample, Span<double> uniforms);

/// <summary>A result computed from one row of uniform numbers, one per input.</summary>
public delegate double UniformModel(ReadOnlySpan<double> uniforms);

/// <summary>
/// Variance-based sensitivity for independent inputs. First order S_i = 1 − ½E[(f(B) − f(A_B^i))²]/V and total order
/// T_i = ½E[(f(A) − f(A_B^i))²]/V. Sources: M. J. W. Jansen, Computer Physics Communications 117 (1999); A. Saltelli and
/// others, Computer Physics Communications 181 (2010), table 2, rows (c) and (f).
/// Standard errors by the delta method on the ratio, for independent samples; for quasi-random ones they are an upper guide.
/// </summary>
public static class SobolIndices
{
    /// <summary>Estimates the indices with samples × (inputs + 2) calls of the model. Deterministic for a given source.</summary>
    /// <param name="model">The result as a function of the uniforms.</param>
    /// <param name="inputs">Number of inputs, at least 1.</param>
    /// <param name="samples">Number of base samples, at least 2.</param>
    /// <param name="source">Gives 2 × inputs uniforms per sample; asked for each sample more than once.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancellation">Stops between two samples.</param>
    /// <returns>The indices; all 0 when the result does not vary.</returns>
    public static SobolResult Estimate(
        UniformModel model, int inputs, int samples, UniformSource source, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 2);
        var (a, b) = (new double[samples], new double[samples]);
        var row = new double[2 * inputs];
        for (var sample = 0; sample < samples; sample++)
        {
            cancellation.ThrowIfCancellationRequested();
            source(sample, row);
            (a[sample], b[sample]) = (model(row.AsSpan(0, inputs)), model(row.AsSpan(inputs)));
        }

        var mean = (a.Average() + b.Average()) / 2;
        var spread = a.Zip(b, (one, other) => (((one - mean) * (one - mean)) + ((other - mean) * (other - mean))) / 2).ToArray();
        var sums = new RatioSums[2 * inputs];
        for (var sample = 0; sample < samples; sample++)
        {
            cancellation.ThrowIfCancellationRequested();
            source(sample, row);
            Add(model, row, inputs, a[sample], b[sample], spread[sample], sums);
            if ((sample & 1023) == 0)
            {
                progress?.Report((double)sample / samples);
            }
        }

        progress?.Report(1);
        return Result(mean, spread.Average(), sums, samples);
    }

    /// <summary>Exact indices of a sum of independent inputs: each input's share of the summed variances, first order and total alike.</summary>
    /// <param name="variances">Variance of each term, 0 or more.</param>
    public static IReadOnlyList<double> Additive(ReadOnlySpan<double> variances)
    {
        var shares = variances.ToArray();
        var total = shares.Sum();
        if (!(total >= 0) || shares.Any(variance => variance < 0))
        {
            throw new ArgumentException("Variances must be numbers of 0 or more.", nameof(variances));
        }

        return total > 0 ? [.. shares.Select(variance => variance / total)] : shares;
    }

    private static void Add(UniformModel model, double[] row, int inputs, double a, double b, double spread, RatioSums[] sums)
    {
        for (var input = 0; input < inputs; input++)
        {
            var own = row[input];
            row[input] = row[inputs + input];
            var mixed = model(row.AsSpan(0, inputs));
            row[input] = own;
            sums[input].Add((b - mixed) * (b - mixed) / 2, spread);
            sums[inputs + input].Add((a - mixed) * (a - mixed) / 2, spread);
        }
    }

    private static SobolResult Result(double mean, double variance, RatioSums[] sums, int samples)
    {
        var indices = new SobolIndex[sums.Length / 2];
        for (var input = 0; input < indices.Length && variance > 0; input++)
        {
            var (rest, restError) = sums[input].Ratio(variance, samples);
            var (total, totalError) = sums[indices.Length + input].Ratio(variance, samples);
            indices[input] = new SobolIndex(1 - rest, restError, total, totalError);
        }

        return new SobolResult(mean, variance, indices);
    }

    /// <summary>Sums for a ratio of means and its error.</summary>
    private struct RatioSums
    {
        private double top;
        private double topTop;
        private double topBottom;
        private double bottomBottom;

        public void Add(double over, double under)
        {
            top += over;
            topTop += over * over;
            topBottom += over * under;
            bottomBottom += under * under;
        }

        public readonly (double Value, double Error) Ratio(double bottom, int samples)
        {
            var ratio = top / samples / bottom;
            var residual = (topTop - (2 * ratio * topBottom) + (ratio * ratio * bottomBottom)) / samples;
            return (ratio, Math.Sqrt(Math.Max(0, residual) / samples) / bottom);
        }
    }
}
