using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Rules;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>The calculation with other weights or another value function than the edition's, as a reader chose them.</summary>
public static class ChosenMethod
{
    private const string weightsField = "weights";
    private const string valueField = "valueFunction";

    /// <exception cref="InvalidInput">The edition does not have them, or has no place for them.</exception>
    public static ImpactCalculation Calculation(MethodEdition edition, string? weights, string? value)
    {
        try
        {
            return new ImpactCalculation(edition, ValueOf(value), WeightsOf(edition, weights));
        }
        catch (MethodInputException refused)
        {
            throw new InvalidInput(refused.Field == weightsField ? weightsField : valueField, "assessment.error.method", refused.Problem.Here());
        }
    }

    private static CriterionWeights? WeightsOf(MethodEdition edition, string? id) => string.IsNullOrEmpty(id)
        ? null
        : CriterionWeights.Find(edition, id)
            ?? throw new InvalidInput(weightsField, "assessment.error.weights", id, string.Join(", ", CriterionWeights.Ids(edition)));

    private static ValueFunction? ValueOf(string? id) => string.IsNullOrEmpty(id)
        ? null
        : ValueFunction.Find(id) ?? throw new InvalidInput(valueField, "assessment.error.value", id, "base3, base10, linear");
}
