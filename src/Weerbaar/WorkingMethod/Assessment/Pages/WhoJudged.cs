using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

internal static class WhoJudged
{
    /// <summary>The name of who last wrote this judgement, from the journal.</summary>
    public static async Task<string?> LastAsync(WeerbaarDb db, Part judgement, CancellationToken ct)
    {
        var (roundId, scenarioId, named) = (judgement.OwnerIds[0], judgement.OwnerIds[1], $"\"{judgement.Id}\"");
        var last = await db.Journal.AsNoTracking().Where(e => e.ObjectId == roundId && e.AlsoOf == scenarioId && e.After.Contains(named))
            .OrderByDescending(e => e.Seq).FirstOrDefaultAsync(ct);
        return last is null ? null : (await OpenedEntries.OfAsync(db, [last], ct))[0].ActorName;
    }
}
