using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>The journal, newest first, as far as the reader may see it: of everything, or of one object.</summary>
public static class ListJournal
{
    public const int PageSize = 50;

    public sealed record View(
        long Seq, DateTimeOffset At, string ActorId, string ActorName, string OnBehalfOf, string Verb, string Kind, string ObjectId, string RequestId,
        string Reason, string Before, string After, string Hash);

    /// <summary>The history of one object: who may see the object may see it.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> OfObjectAsync(WeerbaarDb db, string objectId, CancellationToken ct) =>
        await VisibleEntries.OfAsync(
            db, await db.Journal.AsNoTracking().AboutObjects().Where(e => e.ObjectId == objectId && !e.Verb.StartsWith("read.")).OrderByDescending(e => e.Seq).ToListAsync(ct), ct);

    public static async Task<(IReadOnlyList<JournalEntry> Entries, int Total)> HandleAsync(WeerbaarDb db, JournalChoice choice, Paging paging, CancellationToken ct)
    {
        db.Actor.Need(Permission.ReadJournal);
        var matches = choice.In(db);
        var entries = await matches.AsNoTracking().OrderByDescending(e => e.Seq).Skip(paging.Before).Take(paging.Size).ToListAsync(ct);
        return (await VisibleEntries.OfAsync(db, entries, ct), await matches.CountAsync(ct));
    }

    public static async Task<View> OneAsync(WeerbaarDb db, long seq, CancellationToken ct)
    {
        db.Actor.Need(Permission.ReadJournal);
        var found = await db.Journal.AsNoTracking().Where(e => e.Seq == seq).ToListAsync(ct);
        return found is [_] ? ViewOf((await VisibleEntries.OfAsync(db, found, ct))[0]) : throw new NotThere("entry", seq.ToString(CultureInfo.InvariantCulture));
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/journal", async (WeerbaarDb db, string? verb, string? objectId, string? actorId, int? page, int? pageSize, HttpContext http, CancellationToken ct) =>
            {
                var paging = Paging.Of(page, pageSize ?? PageSize);
                var (entries, total) = await HandleAsync(db, new JournalChoice { Verb = verb, ObjectId = objectId, ActorId = actorId }, paging, ct);
                return paging.Of<View>([.. entries.Select(ViewOf)], total, http);
            })
            .Needs(Permission.ReadJournal).WithName("listJournal").WithSummary("Who did what, newest first");

    private static View ViewOf(JournalEntry e) =>
        new(e.Seq, e.At, e.ActorId, e.ActorName, e.OnBehalfOf, e.Verb, e.Kind, e.ObjectId, e.RequestId, e.Reason, e.Before, e.After, e.Hash);
}
