using MathNet.Numerics;

namespace Weerbaar.Analysis.Elicitation;

/// <summary>
/// Statistical accuracy: how likely a panel member with the stated probabilities would miss at least this much.
/// Source: R. M. Cooke, Experts in Uncertainty, Oxford University Press 1991, chapter 12.
/// </summary>
public static class Calibration
{
    /// <summary>
    /// p-value of the likelihood ratio test that realisations fall in the bins with the stated probabilities:
    /// 1 − χ²(2·N·power·I), with I the relative information of the observed shares to the stated ones and
    /// bins − 1 degrees of freedom.
    /// </summary>
    /// <param name="counts">Number of realisations in each bin; NaN comes back when all are zero.</param>
    /// <param name="probabilities">Probability of each bin, above 0, summing to 1; at least two bins.</param>
    /// <param name="questions">N, the number of questions on which panel members are compared; 0 or more.</param>
    /// <param name="power">Factor on N in (0, 1].</param>
    /// <returns>A number in [0, 1], accurate to about 1e-12 relative, also far in the tail.</returns>
    public static double Score(ReadOnlySpan<int> counts, ReadOnlySpan<double> probabilities, int questions, double power = 1)
    {
        if (counts.Length != probabilities.Length || counts.Length < 2)
        {
            throw new ArgumentException("Counts and probabilities need the same number of bins, at least two.");
        }

        var total = 0;
        foreach (var count in counts)
        {
            total += count;
        }

        if (total == 0)
        {
            return double.NaN;
        }

        var half = Math.Max(0, questions * power * RelativeInformation(counts, probabilities, total));
        return half == 0 ? 1 : SpecialFunctions.GammaUpperRegularized((counts.Length - 1) / 2.0, half);
    }

    private static double RelativeInformation(ReadOnlySpan<int> counts, ReadOnlySpan<double> probabilities, int total)
    {
        var sum = 0.0;
        for (var bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] > 0)
            {
                var share = (double)counts[bin] / total;
                sum += share * Math.Log(share / probabilities[bin]);
            }
        }

        return sum;
    }
}
