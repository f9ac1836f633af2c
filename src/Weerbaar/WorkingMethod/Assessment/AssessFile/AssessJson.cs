using System.Text.Encodings.Web;
using System.Text.Json;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>The result of <c>assess</c> for programs: numbers in full double precision.</summary>
internal static class AssessJson
{
    private static readonly JsonSerializerOptions layout = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(AssessInput input, IReadOnlyList<AssessedScenario> scenarios) => JsonSerializer.Serialize(
        new { method = input.Edition.Edition.Id, scenarios = scenarios.Select(Scenario) }, layout);

    private static object Scenario(AssessedScenario scenario) => new
    {
        id = scenario.Id,
        impact = new
        {
            lower = scenario.Impact.Lower,
            best = scenario.Impact.Best,
            upper = scenario.Impact.Upper,
            band = scenario.Impact.Band?.Id,
        },
        likelihood = new
        {
            lower = scenario.Likelihood.Lower.Value,
            best = scenario.Likelihood.Best.Value,
            upper = scenario.Likelihood.Upper.Value,
            @class = scenario.Likelihood.Class.Id,
        },
        rank = scenario.Rank,
    };
}
