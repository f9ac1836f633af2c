namespace Weerbaar.Analysis.Elicitation;

/// <summary>
/// How concentrated an answer is compared with the background measure (uniform between the bounds on the question's axis).
/// Source: R. M. Cooke, Experts in Uncertainty, Oxford University Press 1991, chapter 12.
/// </summary>
public static class Information
{
    /// <summary>
    /// Relative information of the piecewise uniform density through the quantiles to the uniform density:
    /// ln(upper − lower) + Σ p ln(p / width), in nats, 0 or more.
    /// </summary>
    /// <param name="quantiles">Strictly rising, strictly between the bounds, on the question's axis.</param>
    /// <param name="probabilities">Probability of each bin; one more than there are quantiles.</param>
    public static double Score(ReadOnlySpan<double> quantiles, ReadOnlySpan<double> probabilities, double lower, double upper)
    {
        if (probabilities.Length != quantiles.Length + 1)
        {
            throw new ArgumentException("There must be one probability more than there are quantiles.");
        }

        var sum = Math.Log(upper - lower);
        var from = lower;
        for (var bin = 0; bin < probabilities.Length; bin++)
        {
            var to = bin < quantiles.Length ? quantiles[bin] : upper;
            sum += probabilities[bin] * Math.Log(probabilities[bin] / (to - from));
            from = to;
        }

        return Math.Max(0, sum);
    }
}
