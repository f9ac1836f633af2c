namespace Weerbaar.Analysis.Aggregation;

/// <summary>
/// A sum that does not depend on the order of its terms, to the last bit: they are added from small to large.
/// So scenarios with the same classes on other criteria of equal weight come out exactly equal, and tie.
/// </summary>
internal static class SortedSum
{
    public static double Of(IEnumerable<double> terms) => terms.Order().Aggregate(0.0, (sum, term) => sum + term);
}
