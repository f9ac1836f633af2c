using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// The passages that objects came to hold after entries about them were written: what was open then is covered by them now.
/// It is asked for entries in the order of their numbers, and looks up each object once.
/// </summary>
public sealed class MarkedSince(WeerbaarDb db)
{
    /// <summary>Where the reason of an entry stands among the columns it holds.</summary>
    private const string reason = "";

    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(long Seq, LaterPassage Later)>> marked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> emptied = new(StringComparer.Ordinal);

    /// <summary>Looks past the filter of markings: an entry the reader can't see says what of an earlier one they may not.</summary>
    public async Task ReadAsync(IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var ids = entries.Where(e => MarkingFilters.IsOfObject(e.Kind) && e.Reason.Length + e.Before.Length + e.After.Length > 0).Select(e => e.ObjectId).Where(known.Add).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        var first = entries.Min(e => e.Seq);
        var found = await db.Journal.IgnoreQueryFilters().AsNoTracking()
            .Where(e => e.Seq >= first && ids.Contains(e.ObjectId) && !e.Verb.StartsWith("read.")
                && (e.After.Contains(Passages.Opening) || e.Reason.Contains(Passages.Opening) || (e.Form > 1 && e.Salt == "")))
            .Select(e => new { e.ObjectId, e.Seq, e.Before, e.After, e.Reason }).ToListAsync(ct);
        found.ForEach(e => Note(e.ObjectId, e.Seq, (e.Before, e.After), e.Reason));
    }

    /// <summary>
    /// The columns an entry holds, with what entries from a number on marked in them; nothing where such an entry was emptied
    /// since, for what it marked nobody knows.
    /// </summary>
    public JsonObject? Cover(JournalEntry entry, JsonObject? columns, long from) => columns is null || emptied.GetValueOrDefault(entry.ObjectId, -1) >= from
        ? null
        : LaterPassages.Cover(RowOf(entry.ObjectId, columns), columns, field => Since(entry.ObjectId, field, from))!.AsObject();

    /// <summary>The reason of an entry: it may say what its object says, or what later reasons do.</summary>
    public string CoverReason(JournalEntry entry) => LaterPassages.Cover(entry.Reason, Since(entry.ObjectId, reason, entry.Seq + 1).Of(entry.Reason));

    private PassagesSince Since(string objectId, string field, long from) =>
        PassagesSince.Of(marked.GetValueOrDefault(objectId, []).Where(m => m.Seq >= from).Select(m => m.Later), field);

    private void Note(string objectId, long seq, (string Before, string After) columns, string why)
    {
        if (columns.After.Length + why.Length == 0)
        {
            emptied[objectId] = Math.Max(seq, emptied.GetValueOrDefault(objectId, -1));
            return;
        }

        var (before, after) = (Read(columns.Before), Read(columns.After));
        marked[objectId] =
        [
            .. marked.GetValueOrDefault(objectId, []),
            .. PassagesSince.Between(RowOf(objectId, after), before, after).Select(p => (seq, p)),
            .. Passages.In(why).Select(p => (seq, PassagesSince.Later(reason, p, before, after))),
        ];
    }

    private static JsonObject Read(string columns) => columns.Length == 0 ? [] : JsonNode.Parse(columns)!.AsObject();

    /// <summary>A part has an id of its own in what its entry holds.</summary>
    private static string RowOf(string objectId, JsonObject columns) => columns["id"]?.GetValue<string>() ?? objectId;
}
