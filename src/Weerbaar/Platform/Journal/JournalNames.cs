using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.ApiClients;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>Ids in the journal by the names of who and what they are, as far as the reader may see them. Who was erased has none any more.</summary>
public sealed class JournalNames
{
    private const int longestId = 80;

    private static readonly string[] holders = ["person_id", "to_person_id", "owner_id"];

    private readonly Dictionary<string, string> people;
    private readonly Dictionary<string, string> programs;
    private readonly Dictionary<string, Text> titles;

    private readonly Dictionary<long, string> holdersByEntry;
    private readonly ILookup<string, string> holdersByRequest;

    private JournalNames(Dictionary<string, string> people, Dictionary<string, string> programs, Dictionary<string, Text> titles, IReadOnlyList<JournalEntry> entries)
    {
        (this.people, this.programs, this.titles) = (people, programs, titles);
        holdersByEntry = entries.Select(e => (e.Seq, Holder: HolderIn(e))).Where(e => e.Holder is not null).ToDictionary(e => e.Seq, e => e.Holder!);
        holdersByRequest = entries.Where(e => e.RequestId.Length > 0 && holdersByEntry.ContainsKey(e.Seq)).Select(e => (e.RequestId, Holder: holdersByEntry[e.Seq]))
            .Distinct().ToLookup(e => e.RequestId, e => e.Holder, StringComparer.Ordinal);
    }

    /// <summary>Everybody, every program, and the objects that entries name; the titles in a list of what happened are no reading of them.</summary>
    public static async Task<JournalNames> ReadAsync(WeerbaarDb db, Texts texts, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var ids = entries.SelectMany(e => IdsIn(e, texts)).ToHashSet(StringComparer.Ordinal);
        var (titles, _) = await db.Current.ApartAsync(() => db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Title, ct));
        var people = await db.Set<Person>().AsNoTracking().Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        return new(
            people.ToDictionary(p => p.Id, p => NameOf(p.Name, texts)),
            await db.Set<ApiClient>().AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, ct),
            titles,
            entries);
    }

    /// <summary>Who or what acts under an id that entries have of it, by name; null where that is nobody's.</summary>
    public static async Task<string?> OfActorAsync(WeerbaarDb db, Texts texts, string id, CancellationToken ct)
    {
        if (JournalWords.Who(id, "", texts) is { Length: > 0 } program)
        {
            return program;
        }

        var (person, beforeId) = (await db.Set<Person>().Where(p => p.Id == id).Select(p => p.Name).FirstOrDefaultAsync(ct), ApiClient.ActorIdOf(""));
        return person is null
            ? await db.Set<ApiClient>().Where(c => beforeId + c.Id == id).Select(c => c.Name).FirstOrDefaultAsync(ct)
            : NameOf(person, texts);
    }

    private static string NameOf(string person, Texts texts) => person == CopiedNames.Erased ? texts["journal.erased"] : person;

    /// <summary>Everybody and everything that acts, by the id that entries have of it.</summary>
    public IEnumerable<(string Id, string Name)> Acting(Texts texts) =>
    [
        .. people.Select(p => (p.Key, p.Value)), .. programs.Select(p => (ApiClient.ActorIdOf(p.Key), p.Value)),
        .. new[] { Actor.Console, Actor.SignInDesk }.Select(a => (a.Id, JournalWords.Who(a.Id, a.Name, texts))),
    ];

    /// <summary>Words that may be ids, a line each, by the name or title of what they are; anything else as it is.</summary>
    public string In(string words) => string.Join('\n', words.Split('\n').Select(w => Of(w)?.Words ?? w));

    /// <summary>What an entry is about and where that is: an object, somebody, a program, or whose it is; null where that is nobody's.</summary>
    public (string Words, string Href)? Of(JournalEntry entry) => entry.ObjectId.Length == 0 ? null : Of(entry.ObjectId) ?? HolderOf(entry) switch { null => null, var holder => Of(holder) };

    private (string Words, string Href)? Of(string id) =>
        titles.TryGetValue(id, out var title) ? (title.Here, $"/history/{id}")
        : people.TryGetValue(id, out var person) ? (person, $"/people/{id}")
        : programs.TryGetValue(id, out var program) ? (program, "/api-clients")
        : null;

    private static IEnumerable<string> IdsIn(JournalEntry entry, Texts texts) => JournalWords.Differences(entry, texts)
        .SelectMany(d => $"{d.Before}\n{d.After}".Split('\n')).Where(w => w.Length is > 0 and <= longestId && !w.Contains(' ', StringComparison.Ordinal)).Append(entry.ObjectId);

    /// <summary>An entry that does not say it itself is of whom the rest of its request is about, if that is one.</summary>
    private string? HolderOf(JournalEntry entry) =>
        holdersByEntry.GetValueOrDefault(entry.Seq) ?? (holdersByRequest[entry.RequestId].ToList() is [var one] ? one : null);

    /// <summary>Whose the session, link, role, function or key is that an entry is about.</summary>
    private static string? HolderIn(JournalEntry entry) => new[] { entry.After, entry.Before }.Where(json => json.Length > 0)
        .Select(json => JsonNode.Parse(json)!).SelectMany(row => holders.Select(h => row[h]?.GetValue<string>())).FirstOrDefault(id => id is not null);
}
