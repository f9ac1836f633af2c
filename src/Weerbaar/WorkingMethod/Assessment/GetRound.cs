using Weerbaar.Analysis.Aggregation;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>A round with its judgements and its outcome, by the weights and value function asked for.</summary>
public static class GetRound
{
    public sealed record Estimate(double Lower, double Best, double Upper, string? Class, string? Level = null);

    public sealed record ScenarioView
    {
        public required string ScenarioId { get; init; }

        public required Text Title { get; init; }

        public required Estimate? Likelihood { get; init; }

        public required Estimate? Impact { get; init; }

        public required bool Given { get; init; }

        /// <summary>By overall impact, and of equals by likelihood.</summary>
        public required int? Rank { get; init; }

        public required bool SharesRank { get; init; }

        public required IReadOnlyList<string> Missing { get; init; }

        public required JudgeScenario.View? Assessed { get; init; }

        public required IReadOnlyList<JudgeCriterion.View> Judgements { get; init; }
    }

    public sealed record View
    {
        public required RoundView Round { get; init; }

        public required string EditionSha256 { get; init; }

        public required string Weights { get; init; }

        public required string ValueFunction { get; init; }

        public required bool AllTablesVerified { get; init; }

        public required IReadOnlyList<ScenarioView> Scenarios { get; init; }
    }

    public static async Task<RoundResult> HandleAsync(
        string id, string? weights, string? value, WeerbaarDb db, EditionCatalogue editions, CancellationToken ct) =>
        RoundResult.Of(await RoundSheet.LoadAsync(db, editions, id, ct), weights, value);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/rounds/{id}", async (
                string id, string? weights, string? valueFunction, WeerbaarDb db, EditionCatalogue editions, HttpContext http, CancellationToken ct) =>
            {
                var result = await HandleAsync(id, weights, valueFunction, db, editions, ct);
                return http.WithVersion(ViewOf(result), result.Sheet.Round);
            })
            .Needs(Permission.Read).WithName("getRound").WithSummary("A round with its judgements and outcome");

    private static View ViewOf(RoundResult result) => new()
    {
        Round = RoundView.Of(result.Sheet.Round),
        EditionSha256 = result.Sheet.Edition.Sha256,
        Weights = result.Weights.Id,
        ValueFunction = result.Value.Id,
        AllTablesVerified = !result.Edition.Unverified.Any(),
        Scenarios = [.. result.Scenarios.Select(ViewOf)],
    };

    private static ScenarioView ViewOf(ScenarioResult scenario) => new()
    {
        ScenarioId = scenario.Row.Scenario.Id,
        Title = scenario.Row.Scenario.Title,
        Likelihood = EstimateOf(scenario.Likelihood),
        Impact = EstimateOf(scenario.Impact),
        Given = scenario.Given,
        Rank = scenario.Rank,
        SharesRank = scenario.SharesRank,
        Missing = scenario.Missing,
        Assessed = scenario.Row.Assessed is { } assessed ? JudgeScenario.View.Of(assessed) : null,
        Judgements = [.. scenario.Row.Judgements.Values.OrderBy(j => j.Criterion, StringComparer.Ordinal).Select(JudgeCriterion.View.Of)],
    };

    private static Estimate? EstimateOf(LikelihoodEstimate? likelihood) => likelihood is null
        ? null
        : new(likelihood.Lower.Value, likelihood.Best.Value, likelihood.Upper.Value, likelihood.Class.Id, likelihood.Level.Id);

    private static Estimate? EstimateOf(OverallImpact? impact) =>
        impact is null ? null : new(impact.Lower, impact.Best, impact.Upper, impact.Band?.Id);
}
