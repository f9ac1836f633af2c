using System.Text.Json;
using System.Text.Json.Nodes;
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

    /// <summary>The same of a description, field by field, under what a later one marks.</summary>
    public static T Cover<T>(T then, T later)
    {
        var (fields, marked) = (Stored(then), Stored(later));
        return new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, CoverAll(f.Value, [.. InAll(marked[f.Key])])))).Deserialize<T>(DatabaseModel.Json)!;
    }

    /// <summary>The same of a text, or of all texts in a list or description.</summary>
    public static JsonNode? CoverAll(JsonNode? then, IReadOnlyCollection<MarkedPassage> since) =>
        since.Count == 0 ? then?.DeepClone() : CoverAll(then, "nl", since);

    /// <summary>All passages of a text, or of all texts in a list or description.</summary>
    public static IEnumerable<MarkedPassage> InAll(JsonNode? node) => node switch
    {
        JsonObject known => known.SelectMany(p => InAll(p.Value)),
        JsonArray items => items.SelectMany(InAll),
        JsonValue value when value.TryGetValue<string>(out var text) => Passages.In(text),
        _ => [],
    };

    /// <summary>What stood marked already was lower, or ended sooner, than it does since.</summary>
    private static string Covered(string then, MarkedPassage by) => Passages.Each(
        Passages.EachOpen(then, words => (by with { Words = words }).Written),
        p => p with { Level = p.Level > by.Level ? p.Level : by.Level, Until = EndOf(p) > EndOf(by) ? p.Until : by.Until });

    private static DateOnly EndOf(MarkedPassage passage) => passage.Until ?? DateOnly.MaxValue;

    private static JsonObject Stored<T>(T description) => JsonSerializer.SerializeToNode(description, DatabaseModel.Json)!.AsObject();

    private static JsonNode? CoverAll(JsonNode? then, string name, IReadOnlyCollection<MarkedPassage> since) => then switch
    {
        JsonObject known => new JsonObject(known.Select(p => KeyValuePair.Create(p.Key, CoverAll(p.Value, p.Key, since)))),
        JsonArray items => new JsonArray([.. items.Select(i => CoverAll(i, name, since))]),
        JsonValue value when name is "nl" or "en" && value.TryGetValue<string>(out var text) => JsonValue.Create(Cover(text, since)),
        _ => then?.DeepClone(),
    };
}
