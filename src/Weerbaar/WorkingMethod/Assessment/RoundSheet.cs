using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Scenarios;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>One scenario of a round with all that was judged of it.</summary>
public sealed record SheetRow(
    Scenario Scenario, IndexedObject? Theme, AssessedScenario? Assessed, IReadOnlyDictionary<string, CriterionJudgement> Judgements);

/// <summary>A round with its edition and, as far as the actor may see them, its scenarios and judgements.</summary>
public sealed record RoundSheet(Round Round, LoadedEdition Edition, IReadOnlyList<SheetRow> Rows)
{
    public static Task<RoundSheet> LoadAsync(WeerbaarDb db, EditionCatalogue editions, string roundId, CancellationToken ct) =>
        LoadAsync(db, editions, roundId, filtered: true, ct);

    /// <summary>
    /// The round with all its scenarios, also those the actor may not see: for what must not depend on who asks, such as
    /// whether it is complete. Nothing of it is shown.
    /// </summary>
    internal static Task<RoundSheet> LoadWholeAsync(WeerbaarDb db, EditionCatalogue editions, string roundId, CancellationToken ct) =>
        LoadAsync(db, editions, roundId, filtered: false, ct);

    private static async Task<RoundSheet> LoadAsync(WeerbaarDb db, EditionCatalogue editions, string roundId, bool filtered, CancellationToken ct)
    {
        var round = await db.Set<Round>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == roundId, ct) ?? throw new NotThere("round", roundId);
        var scenarios = await AllOf<Scenario>(db, filtered).Where(s => round.ScenarioIds.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var assessed = await AllOf<AssessedScenario>(db, filtered).Where(a => a.RoundId == roundId).ToDictionaryAsync(a => a.ScenarioId, ct);
        var judgements = (await AllOf<CriterionJudgement>(db, filtered).Where(j => j.RoundId == roundId).ToListAsync(ct)).ToLookup(j => j.ScenarioId);
        var themes = await ThemesAsync(db, scenarios.Values, ct);
        var rows = round.ScenarioIds.Where(scenarios.ContainsKey).Select(id => new SheetRow(
            scenarios[id], themes.GetValueOrDefault(id), assessed.GetValueOrDefault(id), judgements[id].ToDictionary(j => j.Criterion)));
        return new RoundSheet(round, editions.Of(round), [.. rows]);
    }

    private static IQueryable<T> AllOf<T>(WeerbaarDb db, bool filtered) where T : Stored =>
        filtered ? db.Set<T>().AsNoTracking() : db.Set<T>().AsNoTracking().IgnoreQueryFilters();

    /// <summary>The threat or theme a scenario is shown under: the first it rests on.</summary>
    private static async Task<Dictionary<string, IndexedObject?>> ThemesAsync(WeerbaarDb db, IReadOnlyCollection<Scenario> scenarios, CancellationToken ct)
    {
        var ids = scenarios.SelectMany(s => s.RestsOn).Distinct().ToList();
        var threats = await db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id) && o.Kind == "threat").ToDictionaryAsync(o => o.Id, ct);
        return scenarios.ToDictionary(s => s.Id, s => s.RestsOn.Select(threats.GetValueOrDefault).FirstOrDefault(t => t is not null));
    }
}

public static class EditionOfRound
{
    /// <summary>The edition a round is judged on.</summary>
    /// <exception cref="BrokenRule">Its file is no longer among the method editions.</exception>
    public static LoadedEdition Of(this EditionCatalogue editions, Round round) =>
        editions.Find(round.EditionId) ?? throw new BrokenRule("assessment.rule.edition-gone", round.EditionId);
}
