using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>One act as the journal has it: the entry, the object it is about, and whether it touched others too.</summary>
public sealed record RecentChange(JournalEntry Entry, IndexedObject Subject, bool TouchedOthers)
{
    private const int shown = 10;
    private const int looked = 400;
    private const string loading = "examples.load";

    /// <summary>The last acts on objects the actor may see, newest first. What was written in one act is one line.</summary>
    public static async Task<IReadOnlyList<RecentChange>> LastAsync(WeerbaarDb db, CancellationToken ct)
    {
        var recent = await db.Journal.AsNoTracking().Where(e => db.Objects.Any(o => o.Id == e.ObjectId && (o.Kind == e.Kind || e.Verb != loading)))
            .OrderByDescending(e => e.Seq).Take(looked).ToListAsync(ct);
        var acts = recent.GroupBy(e => (e.At, e.ActorId, e.Verb)).Take(shown).ToList();
        var ids = acts.Select(a => a.Last().ObjectId).ToList();
        var subjects = await db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        return [.. acts.Select(a => new RecentChange(
            a.Last(), subjects[a.Last().ObjectId], a.Select(e => e.ObjectId).Distinct().Count() > 1))];
    }
}
