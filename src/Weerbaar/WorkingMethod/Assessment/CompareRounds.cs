using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>What changed from one round to another: per scenario the likelihood, the impact, the rank, and each judgement that differs.</summary>
public static class CompareRounds
{
    public sealed record Judged(string Criterion, ClassRange? Before, ClassRange? After);

    public sealed record Line
    {
        public required string ScenarioId { get; init; }

        public required Text Title { get; init; }

        public required string? LikelihoodBefore { get; init; }

        public required string? LikelihoodAfter { get; init; }

        public required string? ImpactBefore { get; init; }

        public required string? ImpactAfter { get; init; }

        public required int? RankBefore { get; init; }

        public required int? RankAfter { get; init; }

        public required IReadOnlyList<Judged> Judgements { get; init; }

        public bool Differs => Judgements.Count > 0 || LikelihoodBefore != LikelihoodAfter || ImpactBefore != ImpactAfter || RankBefore != RankAfter;
    }

    public static async Task<IReadOnlyList<Line>> HandleAsync(
        string id, string otherId, WeerbaarDb db, EditionCatalogue editions, CancellationToken ct)
    {
        var after = RoundResult.Of(await RoundSheet.LoadAsync(db, editions, id, ct));
        var before = RoundResult.Of(await RoundSheet.LoadAsync(db, editions, otherId, ct));
        var old = before.Scenarios.ToDictionary(s => s.Row.Scenario.Id);
        var gone = before.Scenarios.Where(b => after.Scenarios.All(a => a.Row.Scenario.Id != b.Row.Scenario.Id));
        return [.. after.Scenarios.Select(a => Compare(old.GetValueOrDefault(a.Row.Scenario.Id), a)), .. gone.Select(b => Compare(b, null))];
    }

    private static Line Compare(ScenarioResult? before, ScenarioResult? after) => new()
    {
        ScenarioId = (after ?? before)!.Row.Scenario.Id,
        Title = (after ?? before)!.Row.Scenario.Title,
        LikelihoodBefore = before?.Likelihood?.Class.Id,
        LikelihoodAfter = after?.Likelihood?.Class.Id,
        ImpactBefore = before?.Impact?.Band?.Id,
        ImpactAfter = after?.Impact?.Band?.Id,
        RankBefore = before?.Rank,
        RankAfter = after?.Rank,
        Judgements = [.. Differences(before, after)],
    };

    private static IEnumerable<Judged> Differences(ScenarioResult? before, ScenarioResult? after)
    {
        var (old, now) = (before?.Row.Judgements ?? None, after?.Row.Judgements ?? None);
        return old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Select(c => new Judged(c, old.GetValueOrDefault(c)?.Range, now.GetValueOrDefault(c)?.Range))
            .Where(j => j.Before != j.After);
    }

    private static IReadOnlyDictionary<string, CriterionJudgement> None => new Dictionary<string, CriterionJudgement>();

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/rounds/{id}/comparison", async (
                string id, string with, WeerbaarDb db, EditionCatalogue editions, CancellationToken ct) =>
            {
                var lines = await HandleAsync(id, with, db, editions, ct);
                return new Listing<Line> { Items = lines, Total = lines.Count };
            })
            .Needs(Permission.Read).WithName("compareRounds").WithSummary("What changed from another round to this one");
}
