using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>What happened to one object, the newest first, with what it was before and after: for who may see the object.</summary>
public sealed class ObjectHistory(WeerbaarDb db, Texts texts, IEnumerable<IWordEntries> steps)
{
    /// <summary>The object with its events, and the names of those on whose behalf some were done.</summary>
    public sealed record Found(IndexedObject Subject, IReadOnlyList<HistoryEvent> Events, IReadOnlyDictionary<string, string> Names)
    {
        public string NameOf(string personId) => Names.GetValueOrDefault(personId, personId);
    }

    /// <summary>One event: who did it, on whose behalf when that was another's, what, how many times in that minute, and what changed.</summary>
    public sealed record View(DateTimeOffset At, string Who, string? OnBehalfOf, string What, int Count, IReadOnlyList<HistoryItem> Items);

    public async Task<Found> OfAsync(string id, CancellationToken ct)
    {
        var subject = await IndexedOrNotThere.GetAsync(db, id, ct);
        var entries = await ListJournal.OfObjectAsync(db, id, ct);
        Dictionary<long, EntryWords> words = [];
        foreach (var step in steps)
        {
            (await step.OfAsync(entries, db, ct)).ToList().ForEach(w => words[w.Key] = w.Value);
        }

        var others = entries.Select(e => e.OnBehalfOf).Where(o => o.Length > 0).Distinct().ToList();
        var names = others.Count == 0 ? [] : await db.Set<Person>().AsNoTracking().Where(p => others.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return new(subject, [.. HistoryEvent.Of(entries, words, texts).Concat(Fallen(subject)).OrderByDescending(e => e.At)], names);
    }

    /// <summary>Only what somebody did, and only what changed a part or a field; everything where these are empty.</summary>
    public static IReadOnlyList<HistoryEvent> Of(IReadOnlyList<HistoryEvent> all, string? who, string? part, string? field) =>
        [.. all.Where(e => Asked(who, e.Who)).Where(e => string.IsNullOrEmpty(part + field) || e.Items.SelectMany(i => i.Lines).Any(l => Asked(part, l.Part) && Asked(field, l.Field)))];

    private static bool Asked(string? word, string there) => string.IsNullOrEmpty(word) || word == there;

    /// <summary>That the marking fell by itself is written nowhere: it follows from how it was set and from the day it is.</summary>
    private IEnumerable<HistoryEvent> Fallen(IndexedObject subject) => subject is { FellFrom: { } from, MarkedUntil: { } day }
        ? [new(day.Begins(), texts["markings.by-itself"], texts["markings.fell", texts.Of(from), texts.Of(subject.Marking)], 1, [])]
        : [];

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/objects/{id}/history", async (string id, string? who, string? part, string? field, int? page, int? pageSize, ObjectHistory history, HttpContext http, CancellationToken ct) =>
            {
                var (paging, found) = (Paging.Of(page, pageSize), await history.OfAsync(id, ct));
                return paging.Of([.. Of(found.Events, who, part, field).Select(e => ViewOf(e, found))], http);
            })
            .HasNoPast().Needs(Permission.Read).WithName("objectHistory").WithSummary("What happened to an object, newest first, with what it was before and after");

    private static View ViewOf(HistoryEvent done, Found found) =>
        new(done.At, done.Who, done.OnBehalfOf.Length == 0 ? null : found.NameOf(done.OnBehalfOf), done.What, done.Count, done.Items);
}
