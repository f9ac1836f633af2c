namespace Weerbaar.Analysis.Uncertainty.Distributions;

/// <summary>A few values, each with its probability: a judgement that says how likely each class is.</summary>
public sealed record Discrete : Distribution
{
    private readonly double[] values;
    private readonly double[] upTo;

    /// <param name="outcomes">Values with weights ≥ 0 that need not sum to 1; equal values are taken together.</param>
    public Discrete(IEnumerable<(double Value, double Weight)> outcomes)
    {
        var kept = outcomes.ToList();
        kept.ForEach(o => RequireFinite(o.Value, "value"));
        kept.ForEach(o => RequireFinite(o.Weight, "weight"));
        Require(kept.TrueForAll(o => o.Weight >= 0), nameof(outcomes), "A probability cannot be negative.");
        var total = kept.Sum(o => o.Weight);
        Require(total > 0, nameof(outcomes), "A discrete distribution needs at least one outcome with a probability above 0.");
        var grouped = kept.Where(o => o.Weight > 0).GroupBy(o => o.Value).OrderBy(g => g.Key).ToList();
        values = [.. grouped.Select(g => g.Key)];
        upTo = Cumulate([.. grouped.Select(g => g.Sum(o => o.Weight) / total)]);
    }

    /// <summary>The values, rising.</summary>
    public IReadOnlyList<double> Values => values;

    /// <summary>P(value ≤ Values[k]); the last is 1.</summary>
    public IReadOnlyList<double> UpTo => upTo;

    public override double Mean => values.Select((v, k) => v * (upTo[k] - (k == 0 ? 0 : upTo[k - 1]))).Sum();

    public override double Quantile(double p)
    {
        var found = Array.BinarySearch(upTo, p);
        return values[Math.Min(found < 0 ? ~found : found, values.Length - 1)];
    }

    public bool Equals(Discrete? other) =>
        other is not null && values.AsSpan().SequenceEqual(other.values) && upTo.AsSpan().SequenceEqual(other.upTo);

    public override int GetHashCode() => HashCode.Combine(values.Length, values[0], values[^1], upTo[0]);

    private static double[] Cumulate(double[] probabilities)
    {
        var sum = 0.0;
        for (var k = 0; k < probabilities.Length; k++)
        {
            sum += probabilities[k];
            probabilities[k] = sum;
        }

        probabilities[^1] = 1;
        return probabilities;
    }
}
