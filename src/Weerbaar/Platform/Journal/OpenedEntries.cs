using System.Text.Json.Nodes;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>Entries with what was sealed for persons made readable; of who was erased it says just that.</summary>
public static class OpenedEntries
{
    /// <summary>How the mark of what is sealed stands in JSON.</summary>
    private const string markInJson = "\\u0001";

    public static async Task<IReadOnlyList<JournalEntry>> OfAsync(WeerbaarDb db, IReadOnlyList<JournalEntry> entries, CancellationToken ct)
    {
        var keys = await PersonKeys.FindAsync(db, entries.SelectMany(PersonsIn), ct);
        var erased = new Texts()["journal.erased"];
        IReadOnlyList<JournalEntry> opened =
            [.. entries.Select(e => e.Showing(keys.Open(e.ActorName) ?? erased, keys.Open(e.Reason) ?? erased, Json(e.Before, keys, erased), Json(e.After, keys, erased)))];
        return opened.Any(e => PersonsIn(e).Any()) ? await OfAsync(db, opened, ct) : opened; // sealed for more than one person
    }

    /// <summary>The same for something else that holds a name as an entry does.</summary>
    public static async Task<IReadOnlyList<T>> NamesAsync<T>(
        WeerbaarDb db, IReadOnlyList<T> rows, Func<T, string> name, Func<T, string, T> named, CancellationToken ct)
    {
        var keys = await PersonKeys.FindAsync(db, rows.Select(name).Where(PersonKeys.IsClosed).Select(PersonKeys.PersonOf), ct);
        var erased = new Texts()["journal.erased"];
        return [.. rows.Select(r => named(r, keys.Open(name(r)) ?? erased))];
    }

    private static IEnumerable<string> PersonsIn(JournalEntry entry) =>
        new[] { entry.ActorName, entry.Reason }.Concat(TextsIn(entry.Before)).Concat(TextsIn(entry.After)).Where(PersonKeys.IsClosed).Select(PersonKeys.PersonOf);

    private static IEnumerable<string> TextsIn(string json) => HoldsClosed(json) ? TextsIn(JsonNode.Parse(json)) : [];

    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject known => known.SelectMany(p => TextsIn(p.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static string Json(string json, PersonKeys keys, string erased) =>
        HoldsClosed(json) ? Opened(JsonNode.Parse(json), keys, erased)!.ToJsonString(DatabaseModel.Json) : json;

    private static JsonNode? Opened(JsonNode? node, PersonKeys keys, string erased) => node switch
    {
        JsonObject known => new JsonObject(known.Select(p => KeyValuePair.Create(p.Key, Opened(p.Value, keys, erased)))),
        JsonArray items => new JsonArray([.. items.Select(i => Opened(i, keys, erased))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(keys.Open(text) ?? erased),
        _ => node?.DeepClone(),
    };

    private static bool HoldsClosed(string json) => json.Contains(markInJson, StringComparison.Ordinal);
}
