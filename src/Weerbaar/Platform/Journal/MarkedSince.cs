using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// The passages that texts came to hold after entries about them were written: what was open then is covered by them now.
/// It is asked for entries in the order of their numbers, and looks up each object once.
/// </summary>
public sealed class MarkedSince(WeerbaarDb db)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Row, string Column), List<(long Seq, MarkedPassage Passage)>> marked = [];
    private readonly Dictionary<string, long> emptied = new(StringComparer.Ordinal);

    /// <summary>Looks past the filter of markings: an entry the reader can't see says what of an earlier one they may not.</summary>
    public async Task ReadAsync(IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var ids = entries.Where(e => MarkingFilters.IsOfObject(e.Kind) && e.Before.Length + e.After.Length > 0).Select(e => e.ObjectId).Where(known.Add).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var first = entries.Min(e => e.Seq);
        var found = await db.Journal.IgnoreQueryFilters().AsNoTracking()
            .Where(e => e.Seq >= first && ids.Contains(e.ObjectId) && !e.Verb.StartsWith("read.") && (e.After.Contains(Passages.Opening) || (e.Form > 1 && e.Salt == "")))
            .Select(e => new { e.ObjectId, e.Seq, e.After }).ToListAsync(ct);
        foreach (var entry in found)
        {
            Note(entry.ObjectId, entry.Seq, entry.After);
        }
    }

    /// <summary>
    /// The columns an entry holds, with what entries from a number on marked in them; nothing where such an entry was emptied
    /// since, for what it marked nobody knows.
    /// </summary>
    public JsonObject? Cover(JournalEntry entry, JsonObject? columns, long from) => columns is null || emptied.GetValueOrDefault(entry.ObjectId, -1) >= from
        ? null
        : new JsonObject(columns.Select(p => KeyValuePair.Create(
            p.Key, LaterPassages.CoverAll(p.Value, [.. marked.GetValueOrDefault((RowOf(entry.ObjectId, columns), p.Key), []).Where(m => m.Seq >= from).Select(m => m.Passage)]))));

    private void Note(string objectId, long seq, string after)
    {
        if (after.Length == 0)
        {
            emptied[objectId] = Math.Max(seq, emptied.GetValueOrDefault(objectId, -1));
            return;
        }

        var columns = JsonNode.Parse(after)!.AsObject();
        foreach (var (column, value) in columns)
        {
            var field = (RowOf(objectId, columns), column);
            marked[field] = [.. marked.GetValueOrDefault(field, []), .. LaterPassages.InAll(value).Select(p => (seq, p))];
        }
    }

    /// <summary>A part has an id of its own in what its entry holds.</summary>
    private static string RowOf(string objectId, JsonObject columns) => columns["id"]?.GetValue<string>() ?? objectId;
}
