namespace Weerbaar.Analysis.Robustness;

/// <summary>
/// How probable each band of a result is, given samples of its value (SMAA-TRI: Tervonen, Figueira, Lahdelma, Almeida
/// Dias and Salminen, EJOR 192, 2009, for a single value compared with edges).
/// </summary>
public static class BandProbability
{
    /// <summary>The share of the samples in each band. A value on an edge belongs to the higher band.</summary>
    /// <param name="values">Samples, none of them NaN.</param>
    /// <param name="edges">Lower edges of the second, third, … band, rising.</param>
    public static double[] Of(ReadOnlySpan<double> values, ReadOnlySpan<double> edges)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("The probability of a band needs at least one sample.", nameof(values));
        }

        for (var k = 1; k < edges.Length; k++)
        {
            if (!(edges[k - 1] < edges[k]))
            {
                throw new ArgumentException("The edges of bands must rise.", nameof(edges));
            }
        }

        var counts = new long[edges.Length + 1];
        foreach (var value in values)
        {
            counts[BandOf(value, edges)]++;
        }

        var total = values.Length;
        return [.. counts.Select(c => (double)c / total)];
    }

    /// <summary>The number of the band a value falls in, counted from 0.</summary>
    public static int BandOf(double value, ReadOnlySpan<double> edges)
    {
        if (double.IsNaN(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A value that is not a number has no band.");
        }

        var band = 0;
        while (band < edges.Length && value >= edges[band])
        {
            band++;
        }

        return band;
    }
}
