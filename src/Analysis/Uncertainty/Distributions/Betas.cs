namespace Weerbaar.Analysis.Uncertainty.Distributions;

/// <summary>Beta with two shapes (&gt; 0), stretched from [0, 1] to [low, high].</summary>
public sealed record Beta : Distribution
{
    public Beta(double alpha, double beta, double low = 0, double high = 1)
    {
        RequireFinite(alpha, nameof(alpha));
        RequireFinite(beta, nameof(beta));
        RequireFinite(low, nameof(low));
        RequireFinite(high, nameof(high));
        Require(alpha > 0 && beta > 0, nameof(alpha), "The shapes of a beta distribution must be above 0.");
        Require(low <= high, nameof(high), "The low end of a beta distribution lies above the high end.");
        (Shape1, Shape2, Low, High) = (alpha, beta, low, high);
    }

    /// <summary>First shape, usually written α.</summary>
    public double Shape1 { get; }

    /// <summary>Second shape, usually written β.</summary>
    public double Shape2 { get; }

    public double Low { get; }

    public double High { get; }

    public override double Mean => Low + ((High - Low) * Shape1 / (Shape1 + Shape2));

    public override double Quantile(double p) => Low + ((High - Low) * new IncompleteBeta(Shape1, Shape2).Inverse(p));
}

/// <summary>
/// PERT: the beta distribution on [low, high] with mean (low + 4·best + high)/6
/// (Malcolm, Roseboom, Clark and Fazar, Operations Research 7, 1959). Smoother and narrower than the triangular.
/// </summary>
public sealed record Pert : Distribution
{
    private readonly Beta beta;

    public Pert(double low, double best, double high)
    {
        RequireFinite(best, nameof(best));
        Require(low <= best && best <= high, nameof(best), "Three points need low ≤ best ≤ high.");
        (Low, Best, High) = (low, best, high);
        var peak = high > low ? (best - low) / (high - low) : 0.5;
        beta = new Beta(1 + (4 * peak), 5 - (4 * peak), low, high);
    }

    public double Low { get; }

    public double Best { get; }

    public double High { get; }

    public override double Mean => beta.Mean;

    public override double Quantile(double p) => beta.Quantile(p);
}
