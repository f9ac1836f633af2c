using System.Globalization;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Yaml;

/// <summary>
/// Keys and values in a YAML file. A key that is missing or wrong adds an error with its line and gives a stand-in, so that reading goes on;
/// <see cref="RefuseOtherKeys"/> reports the keys nobody asked for. Use what was read only when there are no errors.
/// </summary>
public sealed class YamlMap
{
    private readonly MapNode node;
    private readonly InputErrors errors;

    internal YamlMap(MapNode node, string file, InputErrors errors) => (this.node, File, this.errors) = (node, file, errors);

    public string File { get; }

    public int Line => node.Line;

    /// <summary>All keys with their values, in the order of the file; all count as asked for.</summary>
    public IReadOnlyList<YamlEntry> Entries
    {
        get
        {
            node.Asked.UnionWith(node.Entries.Select(e => e.Key));
            return [.. node.Entries.Select(e => new YamlEntry(e.Key, e.Line, Value(e)))];
        }
    }

    public void Error(string message) => errors.Add(File, Line, message);

    public void ErrorAt(int line, string message) => errors.Add(File, line, message);

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The value, or null when the key is absent or has nothing after it.</summary>
    public YamlValue? Find(string key)
    {
        node.Asked.Add(key);
        return node.Entries.FirstOrDefault(e => e.Key == key) is { } entry && Value(entry) is { IsNothing: false } value ? value : null;
    }

    /// <summary>The value, or null with an error.</summary>
    public YamlValue? Required(string key)
    {
        var value = Find(key);
        if (value is null)
        {
            Error($"Expected '{key}' here, and it is missing.");
        }

        return value;
    }

    public string Text(string key) => Required(key)?.AsText() ?? "";

    public string? OptionalText(string key) => Find(key)?.AsText();

    public double Number(string key, double least = double.NegativeInfinity, double most = double.PositiveInfinity) =>
        Required(key)?.AsNumber(least, most) ?? double.NaN;

    public double? OptionalNumber(string key, double least = double.NegativeInfinity, double most = double.PositiveInfinity) =>
        Find(key)?.AsNumber(least, most);

    /// <summary>A whole number, or null: with an error when something else stands there.</summary>
    public int? OptionalWhole(string key, int least = int.MinValue, int most = int.MaxValue)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        var number = value.AsNumber(least, most);
        if (number != Math.Floor(number))
        {
            value.Error($"Expected a whole number for '{key}'.");
        }

        return double.IsNaN(number) ? null : (int)number;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string key) => Choice(key, new Dictionary<string, bool> { ["true"] = true, ["false"] = false });

    /// <summary>A day, as 2012-10-22.</summary>
    public DateOnly Date(string key) => Required(key) is { } value ? DateOf(value) : default;

    public DateOnly? OptionalDate(string key) => Find(key) is { } value ? DateOf(value) : null;

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
    {
        if (Required(key) is not { } value)
        {
            return default!;
        }

        var word = value.IsText ? value.AsText() : "";
        if (choices.TryGetValue(word, out var chosen))
        {
            return chosen;
        }

        value.Error($"Expected one of {string.Join(", ", choices.Keys)} for '{key}'{(word.Length > 0 ? $", found '{word}'" : "")}.");
        return default!;
    }

    /// <summary>Words in both languages: <c>{nl: …, en: …}</c>, or one text that is the same in both.</summary>
    public Text Bilingual(string key) => Required(key) is { } value ? BilingualOf(value) : Site.Text.Empty;

    public Text? OptionalBilingual(string key) => Find(key) is { } value ? BilingualOf(value) : null;

    public YamlMap? Map(string key) => Required(key)?.AsMap();

    public YamlMap? OptionalMap(string key) => Find(key)?.AsMap();

    /// <summary>The items of a list; an error when the key is missing or the list is empty.</summary>
    public IReadOnlyList<YamlValue> List(string key)
    {
        var items = Required(key)?.AsList();
        if (items is [] && Find(key)!.IsList)
        {
            Find(key)!.Error($"Expected at least one item in '{key}'.");
        }

        return items ?? [];
    }

    public IReadOnlyList<YamlValue> OptionalList(string key) => Find(key)?.AsList() ?? [];

    /// <summary>A list of which each item has keys of its own.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) => [.. List(key).Select(item => item.AsMap()).OfType<YamlMap>()];

    public IReadOnlyList<YamlMap> OptionalMaps(string key) => Has(key) ? Maps(key) : [];

    public IReadOnlyList<string> Texts(string key) => [.. List(key).Select(item => item.AsText())];

    public IReadOnlyList<string> OptionalTexts(string key) => [.. OptionalList(key).Select(item => item.AsText())];

    /// <summary>Reports what stands twice in the list under a key, on the line of the last.</summary>
    /// <param name="id">The id of an item that was read from the list.</param>
    public void RefuseDoubles<T>(string key, Func<T, string> id, IReadOnlyList<T> items)
    {
        foreach (var twice in items.CountBy(id).Where(c => c.Value > 1 && c.Key.Length > 0))
        {
            var last = OptionalMaps(key).LastOrDefault(m => m.OptionalText("id") == twice.Key);
            ErrorAt(last?.Line ?? Line, $"'{twice.Key}' stands twice in '{key}'; give each its own id.");
        }
    }

    /// <summary>Reports every key that was not asked for: a slip of the pen would otherwise go unnoticed.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var entry in node.Entries.Where(e => !node.Asked.Contains(e.Key)))
        {
            // {p: 0,02} reads as p: 0 and a key 02.
            var comma = entry.Key.All(char.IsAsciiDigit) ? " Write numbers with a point, such as 0.5." : "";
            errors.Add(File, entry.Line, $"'{entry.Key}' means nothing here. Expected: {string.Join(", ", node.Asked.Order())}.{comma}");
        }
    }

    private static Text BilingualOf(YamlValue value)
    {
        if (!value.IsMap)
        {
            var same = value.AsText();
            return new(same, same);
        }

        var words = value.AsMap()!;
        var text = new Text(words.Text("nl"), words.Text("en"));
        words.RefuseOtherKeys();
        return text;
    }

    private static DateOnly DateOf(YamlValue value)
    {
        if (!DateOnly.TryParseExact(value.AsText(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            value.Error($"Expected a day for '{value.Name}', as in 2012-10-22.");
        }
        else if (!DayRules.CanBe(date))
        {
            value.Error($"Expected a day in the years {DayRules.FirstYear} to {DayRules.LastYear} for '{value.Name}'.");
        }

        return date;
    }

    private YamlValue Value(MapEntry entry) => new(entry.Value, entry.Key, File, errors);
}
