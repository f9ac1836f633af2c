using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>The passages that texts came to hold after entries about them were written: what was open then is covered by them now.</summary>
internal sealed class MarkedSince
{
    private readonly ILookup<(string Row, string Column), (long Seq, IReadOnlyList<MarkedPassage> Passages)> marked;

    private MarkedSince(IEnumerable<(string ObjectId, long Seq, string After)> entries) => marked = entries
        .Select(e => (e.ObjectId, e.Seq, After: JsonNode.Parse(e.After)!.AsObject()))
        .SelectMany(e => e.After.Select(p => (Row: RowOf(e.ObjectId, e.After), Column: p.Key, e.Seq, Passages: (IReadOnlyList<MarkedPassage>)[.. LaterPassages.InAll(p.Value)])))
        .Where(e => e.Passages.Count > 0)
        .ToLookup(e => (e.Row, e.Column), e => (e.Seq, e.Passages));

    /// <summary>Looks past the filter of markings: an entry the reader can't see says what of an earlier one they may not.</summary>
    public static async Task<MarkedSince> OfAsync(WeerbaarDb db, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var (ids, first) = (entries.Select(e => e.ObjectId).Distinct().ToList(), entries.Select(e => e.Seq).DefaultIfEmpty().Min());
        var found = await db.Journal.IgnoreQueryFilters().AsNoTracking()
            .Where(e => e.Seq >= first && ids.Contains(e.ObjectId) && e.After.Contains(Passages.Opening))
            .Select(e => new { e.ObjectId, e.Seq, e.After }).ToListAsync(ct);
        return new MarkedSince(found.Select(e => (e.ObjectId, e.Seq, e.After)));
    }

    /// <summary>The columns an entry holds, with what entries from a number on marked in them.</summary>
    public JsonObject? Cover(JournalEntry entry, JsonObject? columns, long from) => columns is null
        ? null
        : new JsonObject(columns.Select(p => KeyValuePair.Create(
            p.Key, LaterPassages.CoverAll(p.Value, [.. marked[(RowOf(entry.ObjectId, columns), p.Key)].Where(m => m.Seq >= from).SelectMany(m => m.Passages)]))));

    /// <summary>A part has an id of its own in what its entry holds.</summary>
    private static string RowOf(string objectId, JsonObject columns) => columns["id"]?.GetValue<string>() ?? objectId;
}
