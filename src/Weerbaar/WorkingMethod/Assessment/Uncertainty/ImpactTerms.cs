using Weerbaar.Analysis.Scales;
using Weerbaar.Analysis.Uncertainty;

namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>
/// The engine adds weighted terms. A term is the value of a criterion; in a product its logarithm; and where amounts of money
/// are summed the amount times the number of criteria, for the engine averages.
/// </summary>
public sealed class ImpactTerms(MethodEdition edition, ValueFunction value)
{
    private readonly double lowest = value.BelowLowest(edition.Impact.Top);

    /// <summary>Terms are logarithms.</summary>
    public bool AreLogarithms => edition.Overall.Rule == AggregationRule.WeightedProduct;

    /// <summary>The term of a value on one criterion.</summary>
    public double Of(double worth) => edition.Overall.Rule == AggregationRule.MonetisedSum ? worth * edition.Criteria.Count : OfTotal(worth);

    /// <summary>The term that, the same on every criterion, gives this overall impact.</summary>
    public double OfTotal(double impact) => AreLogarithms ? Elementary.Log(Math.Max(impact, lowest)) : impact;

    /// <summary>The overall impact of a weighted sum of terms; a product in which nothing applies has none.</summary>
    public double Impact(double sum) => !AreLogarithms ? sum : sum <= Elementary.Log(lowest) + 1e-5 ? 0 : Elementary.Exp(sum);

    /// <summary>Makes impacts of sums.</summary>
    public void ToImpacts(Span<double> sums)
    {
        for (var k = 0; AreLogarithms && k < sums.Length; k++)
        {
            sums[k] = Impact(sums[k]);
        }
    }
}
