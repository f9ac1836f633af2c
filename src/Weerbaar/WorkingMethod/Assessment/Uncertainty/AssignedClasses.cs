using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.OtherAggregations;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>
/// How probable each overall class of a scenario is where classes are found by outranking; standard error at most 0.008. It
/// is part of a run's input, so it does not depend on the run's seed. What scenarios share through uncertain weights is lost.
/// </summary>
internal sealed class AssignedClasses(MethodEdition edition, Outranking rule, WeightModel weights, CancellationToken cancel)
{
    private const int Draws = 4096;
    private const ulong Seed = 1;

    private readonly List<double[]> known = Rows(WeightDraws.Of(weights, Draws, Seed, cancel));

    /// <summary>The classes that are possible, with their probabilities.</summary>
    /// <param name="judgements">By criterion.</param>
    /// <param name="place">Number of the scenario.</param>
    internal IEnumerable<(int Level, double Mass)> Masses(IReadOnlyDictionary<string, Judgement> judgements, int place)
    {
        var judged = edition.Criteria.Select(c => ByLevel(ClassScores.Masses(judgements[c.Id]))).ToList();
        var draws = known.Count == 1 && judged.TrueForAll(masses => masses.Contains(1)) ? 1 : Draws;
        return SmaaTri.ClassProbabilities(rule, edition.Impact.Top, judged, known, draws, Seed, place, cancel).Index().Where(p => p.Item > 0);
    }

    // Drawn in single precision; a cut of 1 needs weights that sum to 1 more exactly.
    private static List<double[]> Rows(double[][] columns) => [.. Enumerable.Range(0, columns[0].Length).Select(draw =>
    {
        var sum = columns.Sum(column => column[draw]);
        return columns.Select(column => column[draw] / sum).ToArray();
    })];

    private double[] ByLevel(IEnumerable<(int Level, double Mass)> masses)
    {
        var all = new double[edition.Impact.Top + 1];
        foreach (var (level, mass) in masses)
        {
            all[level] = mass;
        }

        return all;
    }
}
