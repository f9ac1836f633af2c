using Weerbaar.Analysis.Aggregation;

namespace Weerbaar.Analysis.OtherAggregations;

/// <summary>
/// Weighted product Π v^w: values count by ratio, so a low value on one criterion pulls the whole down.
/// Source: P. W. Bridgman, Dimensional Analysis, 1922; E. Triantaphyllou, Multi-Criteria Decision Making Methods, 2000.
/// </summary>
public static class WeightedProduct
{
    /// <summary>
    /// The weighted geometric mean, between the lowest and the highest value that has weight; the order of the criteria does
    /// not matter to the last bit.
    /// </summary>
    /// <param name="values">Values of the criteria, finite, 0 or more. A 0 with weight makes the product 0.</param>
    /// <param name="weights">Weights, finite, 0 or more, not all 0; normalised here.</param>
    public static double Of(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.IsEmpty || values.Length != weights.Length)
        {
            throw new ArgumentException("There must be a weight for every value, and at least one.");
        }

        var logarithms = new double[values.Length];
        for (var criterion = 0; criterion < values.Length; criterion++)
        {
            if (!(double.IsFinite(values[criterion]) && values[criterion] >= 0 && double.IsFinite(weights[criterion]) && weights[criterion] >= 0))
            {
                throw new ArgumentException("Values and weights must be finite and not below zero.");
            }

            logarithms[criterion] = weights[criterion] > 0 ? weights[criterion] * Math.Log(values[criterion]) : 0;
        }

        return SortedSum.Of(weights.ToArray()) is > 0 and var total
            ? Math.Exp(SortedSum.Of(logarithms) / total)
            : throw new ArgumentException("At least one weight must be above zero.", nameof(weights));
    }
}
