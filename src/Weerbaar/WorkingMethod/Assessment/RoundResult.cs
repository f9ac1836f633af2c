using Weerbaar.Analysis.Aggregation;
using Weerbaar.Analysis.Scales;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>What a round makes of one scenario.</summary>
/// <param name="Likelihood">Empty when it was not judged or published.</param>
/// <param name="Impact">Empty when it was neither given nor judged on every criterion.</param>
/// <param name="Given">The overall class was given as such, not computed.</param>
/// <param name="Missing">Criteria that still need a judgement before the overall impact can be computed.</param>
/// <param name="Rank">From 1, the highest impact first and of equals the likeliest; empty without an impact.</param>
/// <param name="SharesRank">Another scenario has the same rank.</param>
public sealed record ScenarioResult(
    SheetRow Row, LikelihoodEstimate? Likelihood, OverallImpact? Impact, bool Given, IReadOnlyList<string> Missing, int? Rank = null, bool SharesRank = false)
{
    /// <summary>The rank as it is written: 3, or 3= when it is shared.</summary>
    public string? Place => Rank is { } rank ? $"{rank}{(SharesRank ? "=" : "")}" : null;
}

/// <summary>The outcome of a round, computed from its judgements by its edition, with the weights and value function named.</summary>
public sealed record RoundResult(RoundSheet Sheet, CriterionWeights Weights, ValueFunction Value, IReadOnlyList<ScenarioResult> Scenarios)
{
    public MethodEdition Edition => Sheet.Edition.Edition;

    /// <summary>Computes the outcome.</summary>
    /// <param name="sheet">The round as the reader may see it.</param>
    /// <param name="weights">Id of other weights than the edition's default, or null.</param>
    /// <param name="value">Id of another value function than the edition's, or null.</param>
    public static RoundResult Of(RoundSheet sheet, string? weights = null, string? value = null)
    {
        var edition = sheet.Edition.Edition;
        var calculation = ChosenMethod.Calculation(edition, weights, value);
        var unranked = sheet.Rows.Select(row => Judge(row, calculation)).ToList();
        return new RoundResult(sheet, calculation.Weights, calculation.Value, Rank(unranked));
    }

    private static ScenarioResult Judge(SheetRow row, ImpactCalculation calculation)
    {
        var edition = calculation.Edition;
        var likelihood = row.Assessed?.Likelihood is { } range
            ? LikelihoodText.Read(range, edition.Likelihood, row.Scenario.Nature)
            : null;
        if (row.Assessed?.Overall is { } overall)
        {
            return new(row, likelihood, calculation.Given(Classes(overall, edition.Impact)), Given: true, []);
        }

        var missing = edition.Criteria.Select(c => c.Id).Where(id => !row.Judgements.ContainsKey(id)).ToList();
        var impact = missing.Count > 0 || edition.Overall.Rule == AggregationRule.GivenDirectly
            ? null
            : calculation.Of(row.Judgements.Where(j => edition.FindCriterion(j.Key) is not null)
                .ToDictionary(j => j.Key, j => Classes(j.Value.Range, edition.Impact)));
        return new(row, likelihood, impact, Given: false, missing);
    }

    private static Judgement Classes(ClassRange range, ImpactScale scale) => ImpactText.Read(range, scale);

    private static List<ScenarioResult> Rank(List<ScenarioResult> results)
    {
        var ranked = results.Where(r => r.Impact is not null).ToList();
        var ranks = Ranking.Of([.. ranked.Select(r => (r.Impact!.Best, r.Likelihood?.Best.Value ?? 0))]);
        var byScenario = ranked.Zip(ranks).ToDictionary(p => p.First.Row.Scenario.Id, p => p.Second);
        return [.. results.Select(r => byScenario.TryGetValue(r.Row.Scenario.Id, out var rank) ? r with { Rank = rank, SharesRank = ranks.Count(other => other == rank) > 1 } : r)];
    }
}
