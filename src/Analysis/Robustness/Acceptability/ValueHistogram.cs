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
        var (sum, squares) = ((Int128)0, (Int128)0);
        for (var k = 0; k < counts.Length; k++)
        {
            sum += (Int128)counts[k] * k;
            squares += (Int128)counts[k] * k * k;
        }

        var variance = (double)(((Int128)Samples * squares) - (sum * sum)) / ((double)Samples * Samples);
        return Width * Math.Sqrt(Math.Max(0, variance - (1.0 / 12)));
    }
}
