using Weerbaar.Analysis.Robustness;
using Weerbaar.Analysis.Robustness.Acceptability;
using Weerbaar.Analysis.Robustness.Weights;
using Weerbaar.Analysis.Uncertainty.Distributions;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>The weights themselves, drawn as a run draws them.</summary>
internal static class WeightDraws
{
    /// <summary>Per criterion its weight in each draw: what alternatives are worth that score 1 on one criterion and 0 on the others. One draw where the weights are known.</summary>
    internal static double[][] Of(WeightModel weights, int draws, ulong seed, CancellationToken cancel = default)
    {
        if (weights is FixedWeights known)
        {
            return [.. known.Values.Select(weight => new[] { weight })];
        }

        var count = weights.Criteria;
        var ones = Enumerable.Range(0, count * count).Select(k => new Fixed(k / count == k % count ? 1 : 0));
        return ValueSamples.Draw(new AcceptabilityInput(count, [.. ones], weights), draws, seed, cancel);
    }
}
