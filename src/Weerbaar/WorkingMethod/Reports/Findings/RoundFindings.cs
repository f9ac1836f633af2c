using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Capabilities;
using Weerbaar.WorkingMethod.Decisions;
using Weerbaar.WorkingMethod.Measures;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>A decision with how it stands to the assessment it was taken on, and that assessment then and now.</summary>
public sealed record DecisionFound(BoundDecision Bound, IReadOnlyList<BasisComparison> Basis);

/// <summary>All that is known from a round onwards, as far as one reader may see it: outcome, advices, decisions and measures.</summary>
public sealed record RoundFindings
{
    public required RoundResult Result { get; init; }

    /// <summary>Over what this reader sees of the round.</summary>
    public required string ContentHash { get; init; }

    public required IReadOnlyList<CapabilityAdvice> Advices { get; init; }

    public required IReadOnlyList<DecisionFound> Decisions { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    /// <summary>Every object named in the findings, by id.</summary>
    public required IReadOnlyDictionary<string, IndexedObject> Objects { get; init; }

    public Round Round => Result.Sheet.Round;

    public bool IsInvented => Round.Invented || Result.Scenarios.Any(s => s.Row.Scenario.Invented);

    public static async Task<RoundFindings> LoadAsync(WeerbaarDb db, EditionCatalogue editions, BasisCheck basis, string roundId, CancellationToken ct)
    {
        var result = await GetRound.HandleAsync(roundId, null, null, db, editions, ct);
        List<string> assessed = [roundId, .. result.Scenarios.Select(s => s.Row.Scenario.Id)];
        var onAssessed = await RestingOnAsync(db, assessed, ct);
        var advices = await db.Set<CapabilityAdvice>().AsNoTracking().Where(a => onAssessed.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct);
        var decisions = await db.Set<Decision>().AsNoTracking().Where(d => d.BasisId == roundId).OrderBy(d => d.Date).ThenBy(d => d.Id).ToListAsync(ct);
        var onAll = await RestingOnAsync(db, [.. assessed, .. advices.Select(a => a.Id), .. decisions.Select(d => d.Id)], ct);
        var measures = await db.Set<Measure>().AsNoTracking().Where(m => onAll.Contains(m.Id))
            .OrderBy(m => m.Due == null).ThenBy(m => m.Due).ThenBy(m => m.Id).ToListAsync(ct);
        return new()
        {
            Result = result,
            ContentHash = RoundContent.Of(result.Sheet).Hash,
            Advices = advices,
            Decisions = await WithBasisAsync(decisions, basis, ct),
            Measures = measures,
            Objects = await NamedAsync(db, [.. assessed, .. advices.SelectMany(a => a.RestsOn), .. decisions.SelectMany(d => d.AllItRestsOn), .. measures.SelectMany(m => m.RestsOn)], ct),
        };
    }

    private static async Task<IReadOnlyList<DecisionFound>> WithBasisAsync(List<Decision> decisions, BasisCheck basis, CancellationToken ct)
    {
        var found = new List<DecisionFound>();
        foreach (var bound in await basis.OfAsync(decisions, ct))
        {
            found.Add(new(bound, await basis.CompareAsync(bound.Decision, ct)));
        }

        return found;
    }

    private static async Task<Dictionary<string, IndexedObject>> NamedAsync(WeerbaarDb db, HashSet<string> ids, CancellationToken ct) =>
        await db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);

    private static async Task<List<string>> RestingOnAsync(WeerbaarDb db, List<string> ids, CancellationToken ct) =>
        await db.Links.AsNoTracking().Where(l => ids.Contains(l.ToId)).Select(l => l.FromId).Distinct().ToListAsync(ct);
}
