namespace Weerbaar.Analysis.Robustness;

/// <summary>Quantiles of samples, straight lines between the order statistics (Hyndman and Fan 1996, type 7).</summary>
public static class Quantiles
{
    /// <summary>The values not exceeded with each of the probabilities (0 to 1); the samples need not be sorted.</summary>
    public static double[] Of(ReadOnlySpan<double> samples, params ReadOnlySpan<double> probabilities)
    {
        if (samples.IsEmpty)
        {
            throw new ArgumentException("Quantiles need at least one sample.", nameof(samples));
        }

        double[] sorted = [.. samples];
        Array.Sort(sorted);
        var found = new double[probabilities.Length];
        for (var k = 0; k < found.Length; k++)
        {
            var place = Math.Clamp(probabilities[k], 0, 1) * (sorted.Length - 1);
            var below = (int)place;
            found[k] = sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
        }

        return found;
    }
}
