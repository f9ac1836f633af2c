using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

public enum JournalFormat
{
    Jsonl,
    CloudEvents,
}

/// <summary>
/// The journal line by line for another system, in the order of the numbers: as JSON lines with all an entry holds, or as
/// events of the NL GOV profile for CloudEvents 1.0, which carry no name and no content. Where it stopped it goes on with
/// the last number it gave.
/// </summary>
public static class JournalExport
{
    private const int atOnce = 500;

    /// <summary>What is asked for, up to the last entry there is now; and says that it leaves.</summary>
    /// <param name="since">A number, a day or a moment to begin after; the beginning when nothing is said.</param>
    public static async Task<JournalChoice> ChooseAsync(WeerbaarDb db, JournalFormat format, string? since, CancellationToken ct)
    {
        db.Actor.Need(Permission.ReadJournal);
        var (after, from) = Since(since);
        var choice = new JournalChoice { After = after, From = from, UpTo = await JournalChain.LastSeqAsync(db, ct) };
        await LeaveAsync(db, choice, string.Create(CultureInfo.InvariantCulture, $"{JsonNamingPolicy.CamelCase.ConvertName(format.ToString())} {after + 1}–{choice.UpTo}"), ct);
        return choice;
    }

    /// <summary>Says that entries leave: how many of each marking. Those of objects that may not go everywhere may not either.</summary>
    public static async Task LeaveAsync(WeerbaarDb db, JournalChoice choice, string file, CancellationToken ct, string chosen = "")
    {
        var entries = choice.In(db);
        var counts = await entries.GroupBy(e => e.Marking).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        await CountPassagesAsync(entries, counts, db.Clearance, ct);
        await db.Objects.AsNoTracking()
            .Where(o => (o.Marking != Marking.Public || o.ReleasedTo != "" || o.Tlp != null) && entries.Any(e => e.ObjectId == o.Id || e.AlsoOf == o.Id)).LoadAsync(ct);
        db.Leaves(new("journal.export", "journal", "entries", file) { Entries = counts, Needs = Permission.ReadJournal, Chosen = chosen });
    }

    /// <summary>An entry with a passage that the reader sees counts as what the passage is marked.</summary>
    private static async Task CountPassagesAsync(IQueryable<JournalEntry> entries, Dictionary<Marking, int> counts, Marking clearance, CancellationToken ct)
    {
        foreach (var (code, level) in Passages.Codes.Where(c => c.Value <= clearance))
        {
            var begins = $"[[{code} ";
            var more = await entries.CountAsync(e => e.Marking < level && (e.Before.Contains(begins) || e.After.Contains(begins) || e.Reason.Contains(begins)), ct);
            if (more > 0)
            {
                counts[level] = counts.GetValueOrDefault(level) + more;
            }
        }
    }

    /// <summary>The entries in the order of their numbers, as far as the actor may see them.</summary>
    /// <param name="source">The URN of this installation, as events name it.</param>
    public static async IAsyncEnumerable<string> LinesAsync(
        WeerbaarDb db, JournalFormat format, JournalChoice choice, string source, [EnumeratorCancellation] CancellationToken ct)
    {
        var since = new MarkedSince(db);
        for (var rest = choice; ;)
        {
            var some = await rest.In(db).AsNoTracking().OrderBy(e => e.Seq).Take(atOnce).ToListAsync(ct);
            foreach (var entry in await VisibleEntries.OfAsync(db, some, since, ct))
            {
                yield return format == JournalFormat.Jsonl ? Line(entry) : Event(entry, source);
            }

            if (some.Count < atOnce)
            {
                yield break;
            }

            rest = rest with { After = some[^1].Seq };
        }
    }

    /// <summary>Where to begin: a number, a day or a moment; the beginning when nothing is said.</summary>
    /// <exception cref="InvalidInput">It is none of these.</exception>
    public static (long Seq, DateTimeOffset? From) Since(string? text) =>
        string.IsNullOrEmpty(text) ? (0, null)
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seq) ? (seq, null)
        : DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from)
            ? (0, from)
            : throw new InvalidInput("since", "journal.error.since");

    private static string Line(JournalEntry entry) => new JsonObject
    {
        ["seq"] = entry.Seq,
        ["at"] = Moment(entry),
        ["actorId"] = entry.ActorId,
        ["actorName"] = entry.ActorName,
        ["onBehalfOf"] = entry.OnBehalfOf,
        ["verb"] = entry.Verb,
        ["kind"] = entry.Kind,
        ["objectId"] = entry.ObjectId,
        ["alsoOf"] = entry.AlsoOf,
        ["marking"] = JsonNamingPolicy.CamelCase.ConvertName(entry.Marking.ToString()),
        ["requestId"] = entry.RequestId,
        ["reason"] = entry.Reason,
        ["before"] = Content(entry.Before),
        ["after"] = Content(entry.After),
        ["form"] = entry.Form,
        ["prev"] = entry.Prev,
        ["hash"] = entry.Hash,
    }.ToJsonString(DatabaseModel.Json);

    /// <summary>Attributes as the profile names them: a URN in nld as source, reversed domain in type, a reference instead of data.</summary>
    private static string Event(JournalEntry entry, string source) => new JsonObject
    {
        ["specversion"] = "1.0",
        ["id"] = entry.Hash[..32],
        ["source"] = source,
        ["type"] = $"nl.weerbaar.journal.{entry.Verb}",
        ["subject"] = entry.ObjectId.Length == 0 ? entry.Kind : $"{entry.Kind}/{entry.ObjectId}",
        ["time"] = Moment(entry),
        ["datacontenttype"] = "application/json",
        ["dataref"] = string.Create(CultureInfo.InvariantCulture, $"/api/v1/journal/{entry.Seq}"),
        ["sequence"] = entry.Seq.ToString("D19", CultureInfo.InvariantCulture),
        ["sequencetype"] = "Integer",
        ["data"] = new JsonObject
        {
            ["seq"] = entry.Seq,
            ["actorId"] = entry.ActorId,
            ["onBehalfOf"] = entry.OnBehalfOf,
            ["requestId"] = entry.RequestId,
            ["marking"] = JsonNamingPolicy.CamelCase.ConvertName(entry.Marking.ToString()),
            ["hash"] = entry.Hash,
        },
    }.ToJsonString(DatabaseModel.Json);

    private static string Moment(JournalEntry entry) => entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static JsonNode? Content(string json) => json.Length == 0 ? null : JsonNode.Parse(json);
}
