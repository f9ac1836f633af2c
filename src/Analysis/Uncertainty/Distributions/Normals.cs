namespace Weerbaar.Analysis.Uncertainty.Distributions;

/// <summary>Normal with a mean and a standard deviation (≥ 0).</summary>
public sealed record Normal : Distribution
{
    public Normal(double mean, double deviation)
    {
        RequireFinite(mean, nameof(mean));
        RequireFinite(deviation, nameof(deviation));
        Require(deviation >= 0, nameof(deviation), "A standard deviation cannot be negative.");
        (Mean, Deviation) = (mean, deviation);
    }

    public override double Mean { get; }

    public double Deviation { get; }

    public override double Quantile(double p) => Deviation == 0 ? Mean : Mean + (Deviation * Elementary.NormalQuantile(p));
}

/// <summary>Log-normal: the natural logarithm is normal with mean <see cref="Mu"/> and standard deviation <see cref="Sigma"/>.</summary>
public sealed record LogNormal : Distribution
{
    public LogNormal(double mu, double sigma)
    {
        RequireFinite(mu, nameof(mu));
        RequireFinite(sigma, nameof(sigma));
        Require(sigma >= 0, nameof(sigma), "A standard deviation cannot be negative.");
        (Mu, Sigma) = (mu, sigma);
    }

    public double Mu { get; }

    public double Sigma { get; }

    public override double Mean => Elementary.Exp(Mu + (0.5 * Sigma * Sigma));

    public override double Quantile(double p) =>
        Sigma == 0 ? Elementary.Exp(Mu) : Elementary.Exp(Mu + (Sigma * Elementary.NormalQuantile(p)));
}
