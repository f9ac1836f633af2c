namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>Reads quantiles from equal bins, straight lines inside a bin: error at most one bin, 1/2048 of the range.</summary>
internal readonly record struct ValueHistogram(double Lowest, double Highest, int Bins, long Samples)
{
    private double Width => (Highest - Lowest) / Bins;

    internal ValueSummary Summarise(ReadOnlySpan<uint> counts) =>
        new(Quantile(counts, 0.05), Quantile(counts, 0.5), Quantile(counts, 0.95), Deviation(counts));

    private double Quantile(ReadOnlySpan<uint> counts, double p)
    {
        var (wanted, before) = (p * Samples, 0L);
        for (var k = 0; k < counts.Length; k++)
        {
            if (before + counts[k] >= wanted && counts[k] > 0)
            {
                return Lowest + (Width * (k + ((wanted - before) / counts[k])));
            }

            before += counts[k];
        }

        return Highest;
    }

    // Sheppard's correction takes the width of a bin out again.
    private double Deviation(ReadOnlySpan<uint> counts)
    {
        // Exact: at most 2¹⁵ samples and 2¹¹ bins, so nothing exceeds 2⁵².
        var (sum, squares) = (0L, 0L);
        for (var k = 0; k < counts.Length; k++)
        {
            sum += (long)counts[k] * k;
            squares += (long)counts[k] * k * k;
        }

        var variance = ((Samples * squares) - (sum * sum)) / ((double)Samples * Samples);
        return Width * Math.Sqrt(Math.Max(0, variance - (1.0 / 12)));
    }
}
