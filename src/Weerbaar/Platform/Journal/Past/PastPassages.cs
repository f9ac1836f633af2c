using System.Text.Json.Nodes;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// The passages of a text are marked as they are now, not as they were: which words of an earlier text a passage of today
/// covers can't be told, so an earlier text that was marked lower is covered as a whole.
/// </summary>
internal static class PastPassages
{
    public static string MarkAsNow(string then, string today)
    {
        var covering = Passages.In(today).MaxBy(p => p.Level);
        return covering is null || covering.Level <= LevelOf(then) ? then : then.Length > 0 && then[0] is '[' or '{' && IsJson(then) ? Json(then, covering) : Covered(then, covering);
    }

    private static Marking LevelOf(string text) => Passages.In(text).Select(p => p.Level).DefaultIfEmpty(Marking.Public).Max();

    private static string Covered(string text, MarkedPassage by)
    {
        var open = text;
        foreach (var inner in Passages.In(text))
        {
            open = open.Replace(inner.Written, inner.Words, StringComparison.Ordinal);
        }

        return open.Trim().Length == 0 ? text : (by with { Number = 1, Words = open.Replace("[[", "[", StringComparison.Ordinal).Replace("]]", "]", StringComparison.Ordinal) }).Written;
    }

    private static bool IsJson(string text)
    {
        try
        {
            return JsonNode.Parse(text) is not null;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static string Json(string then, MarkedPassage by) => Json(JsonNode.Parse(then), "", by)!.ToJsonString(DatabaseModel.Json);

    private static JsonNode? Json(JsonNode? node, string name, MarkedPassage by) => node switch
    {
        JsonObject known => new JsonObject(known.Select(p => KeyValuePair.Create(p.Key, Json(p.Value, p.Key, by)))),
        JsonArray items => new JsonArray([.. items.Select(i => Json(i, name, by))]),
        JsonValue value when name is "nl" or "en" && value.TryGetValue<string>(out var text) => JsonValue.Create(Covered(text, by)),
        _ => node?.DeepClone(),
    };
}
