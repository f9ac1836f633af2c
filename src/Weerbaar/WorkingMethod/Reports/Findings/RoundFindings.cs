using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Assessment.Editions;
using Weerbaar.WorkingMethod.Capabilities;
using Weerbaar.WorkingMethod.Measures;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>All that is known from a round onwards, as far as one reader may see it: outcome, advices and measures.</summary>
public sealed record RoundFindings
{
    public required RoundResult Result { get; init; }

    /// <summary>Over what this reader sees of the round.</summary>
    public required string ContentHash { get; init; }

    public required IReadOnlyList<CapabilityAdvice> Advices { get; init; }

    public required IReadOnlyList<Measure> Measures { get; init; }

    /// <summary>Every object named in the findings, by id.</summary>
    public required IReadOnlyDictionary<string, IndexedObject> Objects { get; init; }

    public Round Round => Result.Sheet.Round;

    public bool IsInvented => Round.Invented || Result.Scenarios.Any(s => s.Row.Scenario.Invented);

    public static async Task<RoundFindings> LoadAsync(WeerbaarDb db, EditionCatalogue editions, string roundId, CancellationToken ct)
    {
        var result = await GetRound.HandleAsync(roundId, null, null, db, editions, ct);
        List<string> assessed = [roundId, .. result.Scenarios.Select(s => s.Row.Scenario.Id)];
        var onAssessed = await RestingOnAsync(db, assessed, ct);
        var advices = await db.Set<CapabilityAdvice>().AsNoTracking().Where(a => onAssessed.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(ct);
        var onAdvices = await RestingOnAsync(db, [.. assessed, .. advices.Select(a => a.Id)], ct);
        var measures = await db.Set<Measure>().AsNoTracking().Where(m => onAdvices.Contains(m.Id))
            .OrderBy(m => m.Due == null).ThenBy(m => m.Due).ThenBy(m => m.Id).ToListAsync(ct);
        var named = advices.SelectMany(a => a.RestsOn).Concat(measures.SelectMany(m => m.RestsOn)).Concat(assessed).Distinct().ToList();
        return new()
        {
            Result = result,
            ContentHash = RoundContent.HashOf(result.Sheet),
            Advices = advices,
            Measures = measures,
            Objects = await db.Objects.AsNoTracking().Where(o => named.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct),
        };
    }

    private static async Task<List<string>> RestingOnAsync(WeerbaarDb db, List<string> ids, CancellationToken ct) =>
        await db.Links.AsNoTracking().Where(l => ids.Contains(l.ToId)).Select(l => l.FromId).Distinct().ToListAsync(ct);
}
