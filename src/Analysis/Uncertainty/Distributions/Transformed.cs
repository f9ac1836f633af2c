namespace Weerbaar.Analysis.Uncertainty.Distributions;

/// <summary>
/// A base raised to an uncertain exponent: factor·base^X. It turns a place on a scale of classes into a value when the
/// value function is exponential.
/// </summary>
public sealed record Power : Distribution
{
    public Power(double number, Distribution exponent, double factor = 1)
    {
        RequireFinite(number, nameof(number));
        RequireFinite(factor, nameof(factor));
        Require(number > 1 && factor > 0, nameof(number), "A power needs a base above 1 and a factor above 0.");
        (Base, Exponent, Factor) = (number, exponent, factor);
    }

    public double Base { get; }

    public Distribution Exponent { get; }

    public double Factor { get; }

    /// <summary>By the midpoint rule on 4096 equally likely slices; relative error below 1e-4 for exponents of bounded support.</summary>
    public override double Mean => Enumerable.Range(0, 4096).Average(k => Quantile((k + 0.5) / 4096));

    public override double Quantile(double p) => Factor * Elementary.Pow(Base, Exponent.Quantile(p));
}

/// <summary>a + c·X with c ≥ 0, or, with c &lt; 0, the scale turned round: for criteria where more is worse.</summary>
public sealed record Linear : Distribution
{
    public Linear(Distribution inner, double offset, double slope)
    {
        RequireFinite(offset, nameof(offset));
        RequireFinite(slope, nameof(slope));
        (Inner, Offset, Slope) = (inner, offset, slope);
    }

    public Distribution Inner { get; }

    public double Offset { get; }

    public double Slope { get; }

    public override double Mean => Offset + (Slope * Inner.Mean);

    public override double Quantile(double p) => Offset + (Slope == 0 ? 0 : Slope * Inner.Quantile(Slope > 0 ? p : 1 - p));
}

/// <summary>Several judgements side by side, each with a weight: the linear pool of their distribution functions.</summary>
public sealed record Mixture : Distribution
{
    private readonly (Distribution Part, double Weight)[] parts;

    public Mixture(IEnumerable<(Distribution Part, double Weight)> parts)
    {
        var kept = parts.Where(p => p.Weight != 0).ToArray();
        Require(kept.Length > 0 && kept.All(p => p.Weight > 0 && double.IsFinite(p.Weight)), nameof(parts), "A mixture needs weights of at least 0, and one above it.");
        var total = kept.Sum(p => p.Weight);
        this.parts = [.. kept.Select(p => (p.Part, p.Weight / total))];
    }

    public override double Mean => parts.Sum(p => p.Weight * p.Part.Mean);

    /// <summary>Bisection on the value, and inside it on each part's probability; absolute error below 1e-12 of the range.</summary>
    public override double Quantile(double p)
    {
        var (low, high) = (parts.Min(part => part.Part.Quantile(p)), parts.Max(part => part.Part.Quantile(p)));
        for (var i = 0; i < 60 && low < high && double.IsFinite(high - low); i++)
        {
            var middle = low + (0.5 * (high - low));
            (low, high) = parts.Sum(part => part.Weight * UpTo(part.Part, middle)) < p ? (middle, high) : (low, middle);
        }

        return high;
    }

    public bool Equals(Mixture? other) => other is not null && parts.AsSpan().SequenceEqual(other.parts);

    public override int GetHashCode() => HashCode.Combine(parts.Length, parts[0], parts[^1]);

    private static double UpTo(Distribution part, double value)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < 50; i++)
        {
            var middle = 0.5 * (low + high);
            (low, high) = part.Quantile(middle) <= value ? (middle, high) : (low, middle);
        }

        return low;
    }
}
