using System.Globalization;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.Analysis.Tests.Robustness;

/// <summary>A generated table of triangular scores whose rank acceptabilities are known from a run of 10⁸ samples by another program.</summary>
internal static class GeneratedScores
{
    internal static AcceptabilityInput Input(int alternatives, int criteria, WeightModel? weights = null) =>
        new(alternatives, [.. Scores(alternatives, criteria)], weights ?? new UniformWeights(criteria));

    internal static IEnumerable<Triangular> Scores(int alternatives, int criteria)
    {
        var random = new SplitMix64(20260101);
        for (var a = 0; a < alternatives; a++)
        {
            var level = random.NextDouble();
            for (var c = 0; c < criteria; c++)
            {
                var best = Math.Min(1.0, Math.Max(0.0, (0.55 * level) + (0.45 * random.NextDouble())));
                var low = Math.Max(0.0, best - 0.02 - (0.28 * random.NextDouble()));
                var high = Math.Min(1.0, best + 0.02 + (0.28 * random.NextDouble()));
                yield return new Triangular(Six(low), Six(best), Six(high));
            }
        }
    }

    private static double Six(double x) => double.Parse(x.ToString("F6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
