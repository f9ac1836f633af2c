using System.Runtime.CompilerServices;
using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Analysis.Uncertainty;
using Weerbaar.Analysis.Uncertainty.Distributions;
using Weerbaar.Analysis.Uncertainty.Streams;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>
/// A likelihood as a distribution on the logarithmic axis of the scale. A class or sub-level on its own says nothing of
/// where in its interval the likelihood lies: uniform. A range with a best estimate: triangular. One number: that number.
/// </summary>
public static class LikelihoodDraws
{
    private const double Smallest = 1e-12;

    /// <summary>The exponent: log10 of the probability over the horizon.</summary>
    public static Distribution Exponent(LikelihoodEstimate judged, LikelihoodScale scale)
    {
        var (low, best, high) = (Log(judged.Lower.Value, scale), Log(judged.Best.Value, scale), Log(judged.Upper.Value, scale));
        return low == high ? new Fixed(low)
            : IsOneLevel(judged, scale) ? new Uniform(low, high)
            : new Triangular(low, best, high);
    }

    /// <summary>Exponents of one scenario, independent of its impact; the same for the same seed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double[] Draw(Distribution exponent, int scenario, int samples, ulong seed)
    {
        var random = new RandomSequence(seed, StreamPurpose.Integration, scenario);
        var drawn = new double[samples];
        for (var k = 0; k < samples; k++)
        {
            drawn[k] = exponent.Quantile(random.NextOpen());
        }

        return drawn;
    }

    private static bool IsOneLevel(LikelihoodEstimate judged, LikelihoodScale scale) =>
        scale.Levels.Any(l => l.From == judged.Lower && l.To == judged.Upper && l.Middle == judged.Best);

    /// <summary>A logarithmic axis has no zero: "never" is taken to lie where the scale begins.</summary>
    private static double Log(double probability, LikelihoodScale scale) =>
        Elementary.Log10(probability > 0 ? probability : Math.Max(Smallest, scale.Floor.Value));
}
