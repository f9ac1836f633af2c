using System.Text.Json;
using System.Text.Json.Nodes;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// Journal entries as the actor may read them now. An entry may name objects that were marked higher since: their ids fall
/// away, and of what belongs to them only that it was done remains. What is stored stays as it is; whoever is cleared for
/// everything reads exactly that.
/// </summary>
public static class VisibleEntries
{
    private static readonly HashSet<string> namesOfIds = NamesOfIds();

    private static readonly Dictionary<string, string[]> ownersByKind = typeof(Part).Assembly.GetTypes()
        .Where(t => t.IsSubclassOf(typeof(Part)))
        .ToDictionary(t => Names.Snake(t.Name), t => OwnerAttribute.PropertiesOf(t).Select(p => Names.Snake(p.Name)).ToArray());

    /// <summary>The entries as they may be shown; what they tell of objects counts as read.</summary>
    public static Task<IReadOnlyList<JournalEntry>> OfAsync(WeerbaarDb db, IReadOnlyList<JournalEntry> stored, CancellationToken ct) =>
        OfAsync(db, stored, new MarkedSince(db), ct);

    /// <summary>The same of some entries after others, which look up no object again.</summary>
    public static async Task<IReadOnlyList<JournalEntry>> OfAsync(WeerbaarDb db, IReadOnlyList<JournalEntry> stored, MarkedSince since, CancellationToken ct)
    {
        var shown = await ShownAsync(db, stored, since, ct);
        foreach (var entry in shown.Where(e => MarkingFilters.IsOfObject(e.Kind) && RequestTrail.IsChange(e.Verb) && e.Reason.Length + e.Before.Length + e.After.Length > 0))
        {
            db.Seen?.See(entry, Passages.In(entry.Reason + entry.Before + entry.After).Select(p => p.Level).Append(entry.Marking).Max());
        }

        return shown;
    }

    private static async Task<IReadOnlyList<JournalEntry>> ShownAsync(WeerbaarDb db, IReadOnlyList<JournalEntry> stored, MarkedSince since, CancellationToken ct)
    {
        var entries = await OpenedEntries.OfAsync(db, stored, ct);
        if (db.SeesEverything)
        {
            return entries;
        }

        await since.ReadAsync(entries, ct);
        var read = entries.Select(e => (Entry: e.Showing(e.ActorName, since.CoverReason(e), e.Before, e.After), Before: since.Cover(e, Read(e.Before), e.Seq), After: since.Cover(e, Read(e.After), e.Seq + 1))).ToList();
        var visible = await VisibleIds.AmongAsync(
            db, read.SelectMany(r => IdsIn(r.Before).Concat(IdsIn(r.After)).Concat(OwnersOf(r.Entry.Kind, r.Before, r.After).OfType<string>())), ct);
        return [.. read.Select(r => OwnersOf(r.Entry.Kind, r.Before, r.After).All(id => id is not null && visible.Contains(id))
            ? Shown(r.Entry, r.Before, r.After, visible, new(db.SightOf(r.Entry), db.Today))
            : r.Entry.Showing(r.Entry.ActorName, "", "", ""))];
    }

    private static JournalEntry Shown(JournalEntry entry, JsonObject? before, JsonObject? after, HashSet<string> visible, Sight sight) =>
        entry.Showing(entry.ActorName, sight.Of(entry.Reason, Languages.Here), Write(before, visible, sight), Write(after, visible, sight));

    /// <summary>The owners of the part an entry is about, empty where the entry does not say which; none for an entry about an object.</summary>
    private static IEnumerable<string?> OwnersOf(string kind, JsonObject? before, JsonObject? after) =>
        ownersByKind.GetValueOrDefault(kind, []).Select(column => ((after ?? [])[column] ?? (before ?? [])[column])?.GetValue<string>());

    private static JsonObject? Read(string json) => json.Length == 0 ? null : JsonNode.Parse(json)!.AsObject();

    /// <summary>The ids of other objects that columns name.</summary>
    internal static IEnumerable<string> IdsIn(JsonNode? node) => node switch
    {
        JsonObject known => known.SelectMany(p => NamesObjects(p) ? Texts(p.Value) : IdsIn(p.Value)),
        JsonArray items => items.SelectMany(IdsIn),
        _ => [],
    };

    /// <summary>A text or texts under a name that is used for ids; the same name may hold more than that elsewhere.</summary>
    private static bool NamesObjects(KeyValuePair<string, JsonNode?> property) =>
        namesOfIds.Contains(property.Key) && (property.Value is JsonValue || (property.Value is JsonArray items && items.All(i => i is JsonValue)));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    /// <summary>Columns as a reader may have them: with the ids they may see, and the passages they may read.</summary>
    internal static string Write(JsonObject? content, HashSet<string> visible, Sight sight) =>
        content is null ? "" : Shown(Without(Told(content), visible), sight, Languages.Here)!.ToJsonString(DatabaseModel.Json);

    private static JsonObject Told(JsonObject content) =>
        new(content.Where(c => c.Key != HiddenChanges.Column).Select(c => KeyValuePair.Create(c.Key, c.Value?.DeepClone())));

    /// <summary>The same with the passages withheld that are marked higher; a language stands in the name of what is in it.</summary>
    private static JsonNode? Shown(JsonNode? node, Sight sight, string language) => node switch
    {
        JsonObject known => new JsonObject(known.Select(p => KeyValuePair.Create(p.Key, Shown(p.Value, sight, LanguageOf(p.Key) ?? language)))),
        JsonArray items => new JsonArray([.. items.Select(i => Shown(i, sight, language))]),
        JsonValue value when value.TryGetValue<string>(out var text) => sight.Of(text, language),
        _ => node?.DeepClone(),
    };

    private static string? LanguageOf(string name) =>
        name is "nl" or "en" ? name : name.EndsWith("_nl", StringComparison.Ordinal) ? "nl" : name.EndsWith("_en", StringComparison.Ordinal) ? "en" : null;

    /// <summary>The same without ids that can't be seen; in a list, without the lines that are about one.</summary>
    private static JsonNode? Without(JsonNode? node, HashSet<string> visible) => node switch
    {
        JsonObject known => new JsonObject(known.Select(p => KeyValuePair.Create(
            p.Key, NamesObjects(p) ? Visible(p.Value, visible) : Without(p.Value, visible)))),
        JsonArray lines => new JsonArray([.. lines.Where(l => !IsAboutUnseen(l, visible)).Select(l => Without(l, visible))]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Visible(JsonNode? ids, HashSet<string> visible) => ids is JsonArray several
        ? new JsonArray([.. several.Where(id => Texts(id).All(visible.Contains)).Select(id => id?.DeepClone())])
        : Texts(ids).All(visible.Contains) ? ids?.DeepClone() : null;

    private static bool IsAboutUnseen(JsonNode? line, HashSet<string> visible) =>
        line is JsonObject known && known.Any(p => p.Value is JsonValue && NamesObjects(p) && !Texts(p.Value).All(visible.Contains));

    /// <summary>How much of a text the reader may have, and on which day.</summary>
    internal readonly record struct Sight(Marking Clearance, DateOnly Today)
    {
        public string Of(string text, string language) => Passages.Shown(text, Clearance, Today, language);
    }

    /// <summary>As the columns are called, and as the lines inside a column call them.</summary>
    private static HashSet<string> NamesOfIds() =>
        [RequestTrail.ReadIds, .. typeof(Stored).Assembly.GetTypes().SelectMany(VisibleIds.PropertiesOf)
            .SelectMany(p => new[] { Names.Snake(p.Name), JsonNamingPolicy.CamelCase.ConvertName(p.Name) })];
}
