using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Live;

/// <summary>
/// What a reader is told of: entries of the journal that pass the filter of markings, about objects that may be seen; those
/// about people and sessions only by who may read the journal.
/// </summary>
internal static class VisibleChanges
{
    public static async Task<IReadOnlyList<LiveMessage>> BetweenAsync(WeerbaarDb db, long after, long upTo, int most, CancellationToken ct)
    {
        var readsJournal = db.Actor.May(Permission.ReadJournal);
        var found = await (readsJournal ? db.Journal : db.Journal.AboutObjects().Where(e => db.Objects.Any(o => o.Id == e.ObjectId))).AsNoTracking()
            .Where(e => e.Seq > after && e.Seq <= upTo && !e.Verb.StartsWith("read.") && e.Verb != RequestTrail.Denied)
            .OrderBy(e => e.Seq).Take(most)
            .Select(e => new LiveMessage(e.Seq, e.Kind, e.ObjectId, e.AlsoOf, e.Verb, e.ActorName))
            .ToListAsync(ct);
        return await OpenedEntries.NamesAsync(db, found, m => m.Who, (m, name) => m with { Who = name }, ct);
    }
}
