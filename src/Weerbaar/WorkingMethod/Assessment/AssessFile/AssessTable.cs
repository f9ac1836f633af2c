using System.Globalization;
using System.Text;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Assessment.AssessFile;

/// <summary>The result of <c>assess</c> for people: what it was computed with, and a table in order of rank.</summary>
internal static class AssessTable
{
    private static readonly string[] head =
        ["Rank", "Scenario", "Impact", "Lower", "Best", "Upper", "Likelihood", "Lower", "Best", "Upper"];

    public static string Of(AssessInput input, IReadOnlyList<AssessedScenario> scenarios)
    {
        var (edition, calculation) = (input.Edition.Edition, input.Calculation);
        var weighted = edition.Overall.Weighs;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Method          {edition.Id}: {edition.Title.En}, version {edition.Version:yyyy-MM-dd}, sha256 {input.Edition.Sha256[..12]}…");
        text.AppendLine(CultureInfo.InvariantCulture, $"Overall impact  {Words(edition.Overall.Rule)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Weights         {(weighted ? calculation.Weights.Name.En : "play no part")}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Value function  {calculation.Value.Name.En}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Likelihood      probability over {Horizons(scenarios)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Provenance      {Provenance(edition)}");
        text.AppendLine();
        text.Append(TextTable.Of(head, [.. scenarios.OrderBy(s => s.Rank).Select(Row)], 0, 3, 4, 5, 7, 8, 9));
        return text.ToString();
    }

    private static string Words(AggregationRule rule) => rule switch
    {
        AggregationRule.WeightedSum => "weighted sum",
        AggregationRule.Maximum => "highest criterion",
        AggregationRule.MonetisedSum => "sum of money",
        AggregationRule.GivenDirectly => "given directly",
        AggregationRule.WeightedProduct => "weighted product",
        AggregationRule.Medal => "medal table",
        AggregationRule.ElectreTri => "class found by outranking (ELECTRE TRI-B)",
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static string Horizons(IReadOnlyList<AssessedScenario> scenarios) => string.Join(" or ", scenarios
        .Select(s => s.Likelihood.HorizonYears).Distinct().Order()
        .Select(years => years.ToString(CultureInfo.InvariantCulture) + (years == 1 ? " year" : " years")));

    private static string Provenance(MethodEdition edition)
    {
        var criteria = string.Join(", ", edition.Criteria.Where(c => !c.Verified).Select(c => c.Id));
        var parts = edition.RuleParts.Where(p => !p.Provenance.Verified).Select(p => p.Part.En);
        var unverified = criteria.Length > 0 ? parts.Append($"class tables of {criteria}") : parts;
        return unverified.Any()
            ? $"UNVERIFIED, not checked against a publication: {string.Join("; ", unverified)}"
            : "every part was checked against its source";
    }

    private static string[] Row(AssessedScenario scenario) =>
    [
        scenario.Rank.ToString(CultureInfo.InvariantCulture), scenario.Id,
        scenario.Impact.Band is { } band ? $"{band.Id} {band.Label.En}" : "–",
        Number(scenario.Impact.Lower), Number(scenario.Impact.Best), Number(scenario.Impact.Upper),
        $"{scenario.Likelihood.Class.Id} {scenario.Likelihood.Class.Label.En}",
        Number(scenario.Likelihood.Lower.Value), Number(scenario.Likelihood.Best.Value), Number(scenario.Likelihood.Upper.Value),
    ];

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.######", CultureInfo.InvariantCulture);
}
