using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>One act as the journal has it: the entry, the object it is about, and whether it touched others too.</summary>
public sealed record RecentChange(JournalEntry Entry, IndexedObject Subject, bool TouchedOthers)
{
    private const int shown = 10;
    private const int looked = 400;
    private const string loading = "examples.load";

    /// <summary>The last acts on objects the actor may see, newest first. What was written in one act is one line.</summary>
    /// <param name="db">The database, as the actor may read it.</param>
    /// <param name="cycle">Only on objects of this cycle; all where it is null.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<IReadOnlyList<RecentChange>> LastAsync(WeerbaarDb db, string? cycle, CancellationToken ct)
    {
        var objects = db.Objects.OfCycle(cycle);
        var acts = await db.Journal.AsNoTracking().Where(e => !e.Verb.StartsWith("read.") && objects.Any(o => o.Id == e.ObjectId && (o.Kind == e.Kind || e.Verb != loading)))
            .OrderByDescending(e => e.Seq).Take(looked)
            .GroupBy(e => new { e.At, e.ActorId, e.Verb })
            .Select(a => new { First = a.Min(e => e.Seq), Last = a.Max(e => e.Seq), Others = a.Min(e => e.ObjectId) != a.Max(e => e.ObjectId) })
            .OrderByDescending(a => a.Last).Take(shown).ToListAsync(ct);
        var firsts = acts.Select(a => a.First).ToList();
        var found = await db.Journal.AsNoTracking().Where(e => firsts.Contains(e.Seq))
            .Join(db.Objects, e => e.ObjectId, o => o.Id, (entry, subject) => new { entry, subject }).ToDictionaryAsync(f => f.entry.Seq, ct);
        var opened = (await OpenedEntries.OfAsync(db, [.. found.Values.Select(f => f.entry)], ct)).ToDictionary(e => e.Seq);
        return [.. acts.Select(a => new RecentChange(opened[a.First], found[a.First].subject, a.Others))];
    }
}
