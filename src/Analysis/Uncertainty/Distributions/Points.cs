namespace Weerbaar.Analysis.Uncertainty.Distributions;

/// <summary>Straight lines between given quantiles: the density is constant between two neighbours.</summary>
public sealed record PiecewiseLinear : Distribution
{
    private readonly double[] probabilities;
    private readonly double[] values;

    /// <param name="points">Probability and value, both rising; the first probability 0, the last 1.</param>
    public PiecewiseLinear(IEnumerable<(double Probability, double Value)> points)
    {
        var kept = points.ToList();
        kept.ForEach(p => RequireFinite(p.Value, "value"));
        Require(kept.Count >= 2 && kept[0].Probability == 0 && kept[^1].Probability == 1, nameof(points), "Quantiles must run from probability 0 to probability 1.");
        Require(kept.Zip(kept.Skip(1)).All(pair => pair.First.Probability < pair.Second.Probability), nameof(points), "The probabilities of the quantiles must rise.");
        Require(kept.Zip(kept.Skip(1)).All(pair => pair.First.Value <= pair.Second.Value), nameof(points), "Quantiles cross: a higher probability has a lower value.");
        probabilities = [.. kept.Select(p => p.Probability)];
        values = [.. kept.Select(p => p.Value)];
    }

    /// <summary>
    /// From the 5 %, 50 % and 95 % quantiles; the ends lie a tenth of the range of the three outside it, the overshoot
    /// usual in Cooke's classical model (Experts in Uncertainty, 1991).
    /// </summary>
    public static PiecewiseLinear FromFiveFiftyNinetyFive(double q05, double q50, double q95, double overshoot = 0.1) =>
        new([(0, q05 - (overshoot * (q95 - q05))), (0.05, q05), (0.5, q50), (0.95, q95), (1, q95 + (overshoot * (q95 - q05)))]);

    /// <summary>The observations themselves, straight lines between them in order.</summary>
    public static PiecewiseLinear FromObservations(IEnumerable<double> observations)
    {
        var sorted = observations.Order().ToList();
        Require(sorted.Count >= 2, nameof(observations), "An empirical distribution needs at least two observations.");
        return new(sorted.Select((value, k) => ((double)k / (sorted.Count - 1), value)));
    }

    public override double Mean => Enumerable.Range(1, values.Length - 1)
        .Sum(k => (probabilities[k] - probabilities[k - 1]) * 0.5 * (values[k] + values[k - 1]));

    public override double Quantile(double p)
    {
        var found = Array.BinarySearch(probabilities, Math.Clamp(p, 0, 1));
        if (found >= 0)
        {
            return values[found];
        }

        var (from, to) = (~found - 1, ~found);
        var part = (p - probabilities[from]) / (probabilities[to] - probabilities[from]);
        return values[from] + (part * (values[to] - values[from]));
    }

    public bool Equals(PiecewiseLinear? other) =>
        other is not null && values.AsSpan().SequenceEqual(other.values) && probabilities.AsSpan().SequenceEqual(other.probabilities);

    public override int GetHashCode() => HashCode.Combine(values.Length, values[0], values[^1]);
}

/// <summary>
/// The three-term metalog through the 5 %, 50 % and 95 % quantiles, unbounded (Keelin, "The metalog distributions",
/// Decision Analysis 13, 2016, eq. 5): smooth, and skewed as the three points are.
/// </summary>
public sealed record Metalog : Distribution
{
    private const double LogOdds95 = 2.9444389791664403;

    private readonly double scale;
    private readonly double skew;

    public Metalog(double q05, double q50, double q95)
    {
        RequireFinite(q05, nameof(q05));
        RequireFinite(q50, nameof(q50));
        RequireFinite(q95, nameof(q95));
        Require(q05 < q50 && q50 < q95, nameof(q50), "Quantiles cross: a metalog needs 5 % < 50 % < 95 %.");
        (Q05, Q50, Q95) = (q05, q50, q95);
        scale = (q95 - q05) / (2 * LogOdds95);
        skew = (q95 + q05 - (2 * q50)) / (0.9 * LogOdds95);
        Require(Math.Abs(skew) < 1.66711 * scale, nameof(q50), "The three quantiles are too skewed for a metalog; use straight lines between them.");
    }

    public double Q05 { get; }

    public double Q50 { get; }

    public double Q95 { get; }

    /// <summary>∫M(p)dp: the logistic term has mean 0, the skewed term ½.</summary>
    public override double Mean => Q50 + (0.5 * skew);

    public override double Quantile(double p) => p switch
    {
        <= 0 => double.NegativeInfinity,
        >= 1 => double.PositiveInfinity,
        _ => Q50 + ((scale + (skew * (p - 0.5))) * Elementary.Log(p / (1 - p))),
    };
}
