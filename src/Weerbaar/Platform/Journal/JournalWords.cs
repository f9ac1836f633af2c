using System.Globalization;
using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>A journal entry as a person reads it.</summary>
public static class JournalWords
{
    private static readonly HashSet<string> notShown = new(StringComparer.Ordinal) { "id", "author_id", HiddenChanges.Column, "marked_at", "marked_by", "object_id", "round_id", "scenario_id" };

    private static readonly Dictionary<string, Type> enums = typeof(Stored).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Stored)))
        .SelectMany(t => t.GetProperties()).Select(p => (Name: Names.Snake(p.Name), Type: Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType))
        .Where(p => p.Type.IsEnum).GroupBy(p => p.Name).Where(g => g.Select(p => p.Type).Distinct().Count() == 1).ToDictionary(g => g.Key, g => g.First().Type);

    /// <summary>The verb in words, where the interface has them.</summary>
    public static string What(JournalEntry entry, Texts texts) => What(entry.Verb, texts);

    public static string What(string verb, Texts texts) => Texts.All.ContainsKey($"verb.{verb}") ? texts[$"verb.{verb}"] : verb;

    /// <summary>Who did it: the program itself by what it is, everybody else by name.</summary>
    public static string Who(JournalEntry entry, Texts texts) => Who(entry.ActorId, entry.ActorName, texts);

    public static string Who(string id, string name, Texts texts) => id switch
    {
        _ when id == Actor.Console.Id => texts["journal.who.console"],
        _ when id == Actor.SignInDesk.Id => texts["journal.who.sign-in"],
        _ when id == Actor.Nobody.Id => texts["journal.who.nobody"],
        _ => name,
    };

    /// <summary>Who did it, where only the name was written down.</summary>
    public static string Who(string name, Texts texts) => Who(name == Actor.Console.Name ? Actor.Console.Id : "", name, texts);

    /// <summary>The columns that changed, by the name of the field, with what they were and became.</summary>
    public static IEnumerable<(string Name, string Before, string After)> Differences(JournalEntry entry, Texts texts)
    {
        var (before, after) = (Columns(entry.Before), Columns(entry.After));
        return before.Count == 0
            ? []
            : after.Keys.Union(before.Keys).Where(name => !notShown.Contains(name)).Order(StringComparer.Ordinal)
                .Select(name => (Name: Field(name, texts), Before: Words(name, before, texts), After: Words(name, after, texts)))
                .Where(d => d.Before != d.After);
    }

    /// <summary>A field by the name people know, with its language where it has one; the column where nobody gave it words.</summary>
    public static string Field(string column, Texts texts)
    {
        var language = column.EndsWith("_nl", StringComparison.Ordinal) ? "nl" : column.EndsWith("_en", StringComparison.Ordinal) ? "en" : "";
        var key = $"journal.field.{(language.Length > 0 ? column[..^3] : column)}";
        var name = Texts.All.ContainsKey(key) ? texts[key] : column;
        return language.Length == 0 ? name : $"{name} ({texts["site.language.name." + language]})";
    }

    private static Dictionary<string, JsonElement> Columns(string json) =>
        json.Length == 0 ? [] : JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!;

    private static string Words(string column, Dictionary<string, JsonElement> values, Texts texts) =>
        values.TryGetValue(column, out var value) ? Words(column, value, texts) : "";

    private static string Words(string column, JsonElement value, Texts texts) => value.ValueKind switch
    {
        JsonValueKind.String => Words(column, value.GetString()!, texts),
        JsonValueKind.True => texts["journal.value.yes"],
        JsonValueKind.False => texts["journal.value.no"],
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join('\n', value.EnumerateArray().Select(item => Words(column, item, texts))),
        JsonValueKind.Object when IsText(value) => new Text(value.GetProperty("nl").GetString() ?? "", value.GetProperty("en").GetString() ?? "").Here,
        JsonValueKind.Object => string.Join(" · ", value.EnumerateObject().Select(p => Words(p.Name, p.Value, texts)).Where(w => w.Length > 0)),
        _ => value.ToString(),
    };

    private static string Words(string column, string text, Texts texts)
    {
        if (enums.TryGetValue(Names.Snake(column), out var type) && Rules.EnumWords.Find(type, text) is { } word && Texts.All.ContainsKey($"enum.{type.Name}.{word}"))
        {
            return texts[$"enum.{type.Name}.{word}"];
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Moments.Words(day) : text;
    }

    /// <summary>A text in two languages, as the reader has it.</summary>
    private static bool IsText(JsonElement value) => value.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).SequenceEqual(["en", "nl"]);
}
