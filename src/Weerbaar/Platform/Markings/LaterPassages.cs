using System.Text.Json;
using System.Text.Json.Nodes;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Markings;

/// <summary>
/// Words that were marked after they had been written: what a text said before is no more open than what it says since.
/// Which of its words a later passage covers can't be told, so all that stood open goes under it.
/// </summary>
public static class LaterPassages
{
    /// <param name="then">What the text said.</param>
    /// <param name="since">Passages it came to hold later; one that stood in it already, marked as high, changes nothing.</param>
    public static string Cover(string then, IReadOnlyCollection<MarkedPassage> since)
    {
        var there = Passages.In(then);
        var covering = since.Where(p => !there.Any(t => t.Words == p.Words && t.Level >= p.Level && EndOf(t) >= EndOf(p))).ToList();
        var until = covering.All(p => p.Until is not null) ? covering.Max(p => p.Until) : null;
        return covering.MaxBy(p => p.Level) is { } highest ? Covered(then, highest with { Number = null, Until = until }) : then;
    }

    /// <summary>The same of a description, text by text, under what a later one marks.</summary>
    public static T Cover<T>(T then, T later)
    {
        var since = PassagesSince.Between("", Stored(then), Stored(later)).ToList();
        return Cover("", Stored(then), path => PassagesSince.Of(since, path)).Deserialize<T>(DatabaseModel.Json)!;
    }

    /// <summary>The same of a text beside a description that is marked later: where the very words stand in it.</summary>
    public static Text CoverBeside<T>(Text then, T later)
    {
        PassagesSince since = new([], [.. PassagesSince.Between("", null, Stored(later))]);
        return Cover("", Stored(then), _ => since).Deserialize<Text>(DatabaseModel.Json)!;
    }

    /// <summary>The same of all texts in a value, each by its path: the names down to it; a list is one field.</summary>
    public static JsonNode? Cover(string path, JsonNode? then, Func<string, PassagesSince> since) => then is JsonObject known
        ? new JsonObject(known.Select(p => KeyValuePair.Create(p.Key, Cover($"{path}/{p.Key}", p.Value, since))))
        : CoverAll(then, since(path));

    /// <summary>All passages of a text, or of all texts in a list or description.</summary>
    public static IEnumerable<MarkedPassage> InAll(JsonNode? node) => TextsIn(node).SelectMany(Passages.In);

    /// <summary>All texts in a value, however deep.</summary>
    internal static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject known => known.SelectMany(p => TextsIn(p.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    internal static DateOnly EndOf(MarkedPassage passage) => passage.Until ?? DateOnly.MaxValue;

    /// <summary>What stood marked already was lower, or ended sooner, than it does since.</summary>
    private static string Covered(string then, MarkedPassage by) => Passages.Each(
        Passages.EachOpen(then, words => (by with { Words = words }).Written),
        p => p with { Level = p.Level > by.Level ? p.Level : by.Level, Until = EndOf(p) > EndOf(by) ? p.Until : by.Until });

    private static JsonObject Stored<T>(T description) => JsonSerializer.SerializeToNode(description, DatabaseModel.Json)!.AsObject();

    /// <summary>In a list, texts are what stands under a language.</summary>
    private static JsonNode? CoverAll(JsonNode? then, PassagesSince since, string name = "nl") => then switch
    {
        JsonObject known => new JsonObject(known.Select(p => KeyValuePair.Create(p.Key, CoverAll(p.Value, since, p.Key)))),
        JsonArray items => new JsonArray([.. items.Select(i => CoverAll(i, since, name))]),
        JsonValue value when name is "nl" or "en" && value.TryGetValue<string>(out var text) => JsonValue.Create(Cover(text, since.Of(text))),
        _ => then?.DeepClone(),
    };
}
