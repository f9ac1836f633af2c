using System.Text.Json;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Journal;

/// <summary>A journal entry as a person reads it.</summary>
public static class JournalWords
{
    private const int longestValue = 160;

    /// <summary>The verb in words, where the interface has them.</summary>
    public static string What(JournalEntry entry, Texts texts)
    {
        var key = $"verb.{entry.Verb}";
        return Texts.All.ContainsKey(key) ? texts[key] : entry.Verb;
    }

    /// <summary>The columns that changed, with what they were and became, cut to a readable length.</summary>
    public static IEnumerable<(string Name, string Before, string After)> Differences(JournalEntry entry)
    {
        var (before, after) = (Columns(entry.Before), Columns(entry.After));
        return before.Count == 0
            ? []
            : after.Keys.Union(before.Keys).Order(StringComparer.Ordinal)
                .Select(name => (Name: name, Before: before.GetValueOrDefault(name, ""), After: after.GetValueOrDefault(name, "")))
                .Where(d => d.Before != d.After)
                .Select(d => (d.Name, Cut(d.Before), Cut(d.After)));
    }

    private static Dictionary<string, string> Columns(string json) => json.Length == 0
        ? []
        : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.ToDictionary(p => p.Key, p => Plain(p.Value));

    /// <summary>A text in two languages as the reader has it; all else as it is stored.</summary>
    private static string Plain(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).SequenceEqual(["en", "nl"])
            ? value.Deserialize<Text>(ShownTexts.Json)!.Here
            : value.ToString();

    private static string Cut(string value) => value.Length <= longestValue ? value : value[..longestValue] + "…";
}
