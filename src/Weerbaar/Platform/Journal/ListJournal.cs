using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>The journal, newest first, as far as the reader may see it: of everything, or of one object.</summary>
public static class ListJournal
{
    public const int PageSize = 50;

    public sealed record View(
        long Seq, DateTimeOffset At, string ActorId, string ActorName, string OnBehalfOf, string Verb, string Kind, string ObjectId, string RequestId,
        string Reason, string Before, string After, string Hash);

    /// <summary>Which entries: those with the beginning of a verb, of an object, by somebody, from and until a day.</summary>
    public sealed record Wanted(string? Verb, string? ObjectId, string? ActorId, DateOnly? From, DateOnly? Until);

    /// <summary>The history of one object: who may see the object may see it.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> OfObjectAsync(WeerbaarDb db, string objectId, CancellationToken ct) =>
        await VisibleEntries.OfAsync(
            db, await db.Journal.AsNoTracking().Where(e => e.ObjectId == objectId && !e.Verb.StartsWith("read.")).OrderByDescending(e => e.Seq).ToListAsync(ct), ct);

    public static async Task<(IReadOnlyList<JournalEntry> Entries, int Total)> HandleAsync(
        WeerbaarDb db, Wanted wanted, int page, CancellationToken ct)
    {
        var (verb, objectId, actorId) = (Given(wanted.Verb), Given(wanted.ObjectId), Given(wanted.ActorId));
        var (from, until) = (wanted.From?.Begins(), wanted.Until is { } last && last < DateOnly.MaxValue ? last.AddDays(1).Begins() : (DateTimeOffset?)null);
        db.Actor.Need(Permission.ReadJournal);
        var matches = db.Journal.AsNoTracking()
            .Where(e => verb == null || e.Verb.StartsWith(verb))
            .Where(e => objectId == null || e.ObjectId == objectId)
            .Where(e => actorId == null || e.ActorId == actorId)
            .Where(e => (from == null || e.At >= from) && (until == null || e.At < until));
        var entries = await matches.OrderByDescending(e => e.Seq).Skip((Math.Clamp(page, 1, 1_000_000) - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return (await VisibleEntries.OfAsync(db, entries, ct), await matches.CountAsync(ct));
    }

    private static string? Given(string? word) => word is { Length: > 0 } ? word : null;

    public static async Task<View> OneAsync(WeerbaarDb db, long seq, CancellationToken ct)
    {
        db.Actor.Need(Permission.ReadJournal);
        var found = await db.Journal.AsNoTracking().Where(e => e.Seq == seq).ToListAsync(ct);
        return found is [_] ? ViewOf((await VisibleEntries.OfAsync(db, found, ct))[0]) : throw new NotThere("entry", seq.ToString(CultureInfo.InvariantCulture));
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/journal", async (WeerbaarDb db, string? verb, string? objectId, string? actorId, int? page, CancellationToken ct) =>
            {
                var (entries, total) = await HandleAsync(db, new Wanted(verb, objectId, actorId, null, null), page ?? 1, ct);
                return new Listing<View> { Items = [.. entries.Select(ViewOf)], Total = total };
            })
            .Needs(Permission.ReadJournal).WithName("listJournal").WithSummary("Who did what, newest first");

    private static View ViewOf(JournalEntry e) =>
        new(e.Seq, e.At, e.ActorId, e.ActorName, e.OnBehalfOf, e.Verb, e.Kind, e.ObjectId, e.RequestId, e.Reason, e.Before, e.After, e.Hash);
}
