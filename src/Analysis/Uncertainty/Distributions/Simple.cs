namespace Weerbaar.Analysis.Uncertainty.Distributions;

/// <summary>A number known without doubt.</summary>
public sealed record Fixed : Distribution
{
    public Fixed(double value)
    {
        RequireFinite(value, nameof(value));
        Value = value;
    }

    public double Value { get; }

    public override double Mean => Value;

    public override double Quantile(double p) => Value;
}

/// <summary>Every value between two ends equally likely.</summary>
public sealed record Uniform : Distribution
{
    public Uniform(double low, double high)
    {
        RequireFinite(low, nameof(low));
        RequireFinite(high, nameof(high));
        Require(low <= high, nameof(high), "The low end of a uniform distribution lies above the high end.");
        (Low, High) = (low, high);
    }

    public double Low { get; }

    public double High { get; }

    public override double Mean => 0.5 * (Low + High);

    public override double Quantile(double p) => Low + (p * (High - Low));
}

/// <summary>Three points: never below <see cref="Low"/>, most likely near <see cref="Best"/>, never above <see cref="High"/>;
/// density rises and falls in straight lines.</summary>
public sealed record Triangular : Distribution
{
    public Triangular(double low, double best, double high)
    {
        RequireFinite(low, nameof(low));
        RequireFinite(best, nameof(best));
        RequireFinite(high, nameof(high));
        Require(low <= best && best <= high, nameof(best), "Three points need low ≤ best ≤ high.");
        (Low, Best, High) = (low, best, high);
    }

    public double Low { get; }

    public double Best { get; }

    public double High { get; }

    /// <summary>Where the peak lies between the ends: 0 at low, 1 at high.</summary>
    public double Peak => High > Low ? (Best - Low) / (High - Low) : 0;

    public override double Mean => (Low + Best + High) / 3;

    public override double Quantile(double p)
    {
        var peak = Peak;
        var part = p < peak ? Math.Sqrt(p * peak) : 1 - Math.Sqrt((1 - p) * (1 - peak));
        return Low + (part * (High - Low));
    }
}

/// <summary>
/// Log-uniform: every value between two positive ends equally likely on a logarithmic axis. A class of a likelihood
/// scale or of an exponential value function, uniform inside its interval on the scale's own axis.
/// </summary>
public sealed record LogUniform : Distribution
{
    public LogUniform(double low, double high)
    {
        RequireFinite(low, nameof(low));
        RequireFinite(high, nameof(high));
        Require(low > 0 && low <= high, nameof(low), "A log-uniform distribution needs 0 < low ≤ high.");
        (Low, High) = (low, high);
    }

    public double Low { get; }

    public double High { get; }

    public override double Mean => High > Low ? (High - Low) / Elementary.Log(High / Low) : Low;

    public override double Quantile(double p) => p switch
    {
        <= 0 => Low,
        >= 1 => High,
        _ => Low * Elementary.Exp(p * Elementary.Log(High / Low)),
    };
}
