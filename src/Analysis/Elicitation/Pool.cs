namespace Weerbaar.Analysis.Elicitation;

/// <summary>
/// Pools of probabilities of one event. Source: C. Genest and J. V. Zidek, Combining probability distributions:
/// a critique and an annotated bibliography, Statistical Science 1 (1986).
/// </summary>
public static class Pool
{
    /// <summary>Linear pool Σ w p, between the lowest and the highest probability.</summary>
    /// <param name="probabilities">Each in [0, 1]; at least one.</param>
    /// <param name="weights">Zero or more, finite, not all zero; normalised here. Empty means equal.</param>
    public static double Linear(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights = default)
    {
        Check(probabilities, weights);
        var (sum, total) = (0.0, 0.0);
        for (var i = 0; i < probabilities.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            sum += weight * probabilities[i];
            total += weight;
        }

        return Between(sum / total, probabilities, weights);
    }

    /// <summary>Logarithmic pool Πp^w / (Πp^w + Π(1 − p)^w), between the lowest and the highest probability.</summary>
    /// <inheritdoc cref="Linear" path="/param"/>
    /// <exception cref="ArgumentException">One expert with weight says 0 and another 1: the pool does not exist.</exception>
    public static double Logarithmic(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights = default)
    {
        Check(probabilities, weights);
        var (odds, total) = (0.0, 0.0);
        for (var i = 0; i < probabilities.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[i];
            total += weight;
            odds += weight > 0 ? weight * (Math.Log(probabilities[i]) - Math.Log(1 - probabilities[i])) : 0;
        }

        return double.IsNaN(odds)
            ? throw new ArgumentException("One says certainly and another certainly not: a logarithmic pool does not exist.", nameof(probabilities))
            : Between(1 / (1 + Math.Exp(-odds / total)), probabilities, weights);
    }

    private static double Between(double pooled, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights)
    {
        var (low, high) = (1.0, 0.0);
        for (var i = 0; i < probabilities.Length; i++)
        {
            if (weights.IsEmpty || weights[i] > 0)
            {
                low = Math.Min(low, probabilities[i]);
                high = Math.Max(high, probabilities[i]);
            }
        }

        return Math.Clamp(pooled, low, high);
    }

    private static void Check(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights)
    {
        if (probabilities.IsEmpty || (!weights.IsEmpty && weights.Length != probabilities.Length))
        {
            throw new ArgumentException("A pool needs at least one probability, and a weight for each or none at all.");
        }

        foreach (var probability in probabilities)
        {
            if (!(probability is >= 0 and <= 1))
            {
                throw new ArgumentException("A probability lies between 0 and 1.", nameof(probabilities));
            }
        }

        var total = weights.IsEmpty ? 1.0 : 0;
        foreach (var weight in weights)
        {
            total += double.IsFinite(weight) && weight >= 0 ? weight : double.NaN;
        }

        if (!(total > 0))
        {
            throw new ArgumentException("Weights must be finite, not below zero and not all zero.", nameof(weights));
        }
    }
}
