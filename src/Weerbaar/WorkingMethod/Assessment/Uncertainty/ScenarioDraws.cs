using System.Runtime.CompilerServices;
using Weerbaar.Analysis.Robustness;
using Weerbaar.Analysis.Scales;
using Weerbaar.Analysis.Uncertainty;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>Sums up the draws of one scenario.</summary>
internal static class ScenarioDraws
{
    private const int RegionSamples = 8192;
    private const double Inner = 0.5;
    private const double Outer = 0.9;

    internal static ScenarioUncertainty Summarise(RoundModel model, int scenario, ReadOnlySpan<double> values, ulong seed, CancellationToken cancel)
    {
        var known = model.Scenarios[scenario];
        var exponent = known.Likelihood is { } judged ? LikelihoodDraws.Exponent(judged, model.Edition.Likelihood) : null;
        return new ScenarioUncertainty
        {
            Id = known.Id,
            Rank = model.Ranks[scenario],
            Impact = SpreadOf(values),
            MeanImpact = Mean(values),
            Bands = ValueBands.Edges(model) is { } edges ? BandProbability.Of(values, edges) : [],
            Band = model.Impacts[scenario].Band?.Id,
            Likelihood = exponent is null ? null : new(Power(exponent.Quantile(0.05)), Power(exponent.Quantile(0.5)), Power(exponent.Quantile(0.95))),
            Regions = exponent is null ? [] : Regions(LikelihoodDraws.Draw(exponent, scenario, Math.Min(values.Length, RegionSamples), seed), values, model.Value.BelowLowest(model.Edition.Impact.Top), cancel),
        };
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static Spread SpreadOf(ReadOnlySpan<double> values) => Quantiles.Of(values, 0.05, 0.5, 0.95) is [var low, var middle, var high] ? new(low, middle, high) : new(0, 0, 0);

    private static double Power(double exponent) => Elementary.Pow(10, exponent);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static IReadOnlyList<DensityRegion> Regions(double[] likelihoods, ReadOnlySpan<double> values, double floor, CancellationToken cancel)
    {
        var impacts = new double[likelihoods.Length];
        for (var k = 0; k < impacts.Length; k++)
        {
            impacts[k] = Elementary.Log10(Math.Max(floor, values[k]));
        }

        return DensityRegion.Of(likelihoods, impacts, [Inner, Outer], cancel);
    }
}

/// <summary>The classes of the overall outcome as values.</summary>
internal static class ValueBands
{
    /// <summary>Lower edges of the classes, that of the lowest just above nothing; null when the edition has no classes for the outcome.</summary>
    internal static double[]? Edges(RoundModel model) => model.Edition.Bands is { } bands
        ? [double.Epsilon, .. bands.Edges.Select(edge => bands.Measure == BandMeasure.Value ? edge : ValueAt(model.Value, edge, model.Edition.Impact.Top))]
        : null;

    /// <summary>The value at a place on the scale: the place rises with the value, so halving finds it.</summary>
    private static double ValueAt(ValueFunction value, double level, int top)
    {
        var (low, high) = (0.0, value.Of(top, top) * 2);
        while (low + ((high - low) / 2) is var middle && middle > low && middle < high)
        {
            (low, high) = value.LevelOf(middle, top) < level ? (middle, high) : (low, middle);
        }

        return high;
    }
}
