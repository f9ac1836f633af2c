using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty.Dependence;
using Weerbaar.Analysis.Uncertainty.Distributions;

namespace Weerbaar.Analysis.Robustness.Acceptability;

/// <summary>
/// Alternatives scored on criteria, the scores and the weights uncertain. The value of an alternative is
/// Σ weight × score; more is better (or, for risks, worse: rank 1 has the highest value).
/// </summary>
public sealed class AcceptabilityInput
{
    /// <summary>Most alternatives one run can rank; the rank and pair tables grow with its square.</summary>
    public const int MostAlternatives = 2048;

    /// <summary>Most criteria.</summary>
    public const int MostCriteria = 1024;

    /// <param name="alternatives">Number of alternatives, 1 to <see cref="MostAlternatives"/>.</param>
    /// <param name="scores">Row after row: the scores of the first alternative on every criterion, then of the second…</param>
    /// <param name="weights">What is known of the weights; says the number of criteria.</param>
    /// <param name="dependences">Scores that move together; each score in at most one of them.</param>
    public AcceptabilityInput(int alternatives, IReadOnlyList<Distribution> scores, WeightModel weights, params IReadOnlyList<Dependence> dependences)
    {
        if (alternatives is < 1 or > MostAlternatives)
        {
            throw new ArgumentOutOfRangeException(nameof(alternatives), alternatives, $"One run ranks 1 to {MostAlternatives} alternatives; select the ones that matter first, or rank in groups.");
        }

        if (weights.Criteria > MostCriteria || scores.Count != alternatives * weights.Criteria)
        {
            throw new ArgumentException($"{alternatives} alternatives on {weights.Criteria} criteria need {alternatives * weights.Criteria} scores (at most {MostCriteria} criteria); {scores.Count} were given.", nameof(scores));
        }

        (Alternatives, Criteria, Scores, Weights, Dependences) = (alternatives, weights.Criteria, scores, weights, dependences);
        Dependence.RequireDisjoint(dependences, scores.Count);
        (Lowest, Highest, Highs) = (double.PositiveInfinity, double.NegativeInfinity, new double[scores.Count]);
        for (var k = 0; k < Highs.Length; k++)
        {
            Highs[k] = scores[k].Highest;
            (Lowest, Highest) = (Math.Min(Lowest, scores[k].Lowest), Math.Max(Highest, Highs[k]));
        }

        if (!double.IsFinite((float)Lowest) || !double.IsFinite((float)Highest))
        {
            throw new ArgumentException("Scores must stay within ±3.4e38.", nameof(scores));
        }
    }

    public int Alternatives { get; }

    public int Criteria { get; }

    public IReadOnlyList<Distribution> Scores { get; }

    public WeightModel Weights { get; }

    public IReadOnlyList<Dependence> Dependences { get; }

    /// <summary>What each score does not exceed (practically, for scores without an end).</summary>
    internal double[] Highs { get; }

    /// <summary>No value lies below this (practically, for scores without an end).</summary>
    public double Lowest { get; }

    /// <summary>No value lies above this (practically, for scores without an end).</summary>
    public double Highest { get; }
}
