using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Weerbaar.Platform.Site;

/// <summary>
/// The words of the interface, read from every <c>*.texts.json</c>: <c>{ "key": { "nl": "…", "en": "…" } }</c>.
/// A key that is missing is a defect and fails; a test reads all pages for keys.
/// </summary>
public sealed class Texts
{
    private static readonly Dictionary<string, Text> all = ReadAll();

    public static IReadOnlyDictionary<string, Text> All => all;

    /// <summary>The words for a key in the reader's language.</summary>
    public string this[string key] => all.TryGetValue(key, out var text)
        ? text.Here
        : throw new KeyNotFoundException($"No interface text has the key '{key}'.");

    /// <summary>The words for a key with <c>{0}</c>… filled in, numbers and dates written in the reader's language.</summary>
    public string this[string key, params object?[] values] => string.Format(CultureInfo.CurrentCulture, this[key], values);

    /// <summary>The words for a value of an enumeration: key <c>enum.TypeName.Value</c>.</summary>
    public string Of<T>(T value) where T : struct, Enum => this[$"enum.{typeof(T).Name}.{value}"];

    /// <summary>All values of an enumeration to choose from on a form, in their order.</summary>
    public IEnumerable<SelectListItem> Choices<T>() where T : struct, Enum => Enum.GetValues<T>().Select(value => new SelectListItem(Of(value), value.ToString()));

    /// <summary>The key with <c>.one</c> or <c>.other</c> behind it, by the number, which is filled in as <c>{0}</c>, and what more there is behind it.</summary>
    public string Count(string key, int number, params object?[] more) => this[key + (number == 1 ? ".one" : ".other"), [number, .. more]];

    private static Dictionary<string, Text> ReadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var found = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("texts/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var texts = JsonSerializer.Deserialize<Dictionary<string, Text>>(stream, JsonSerializerOptions.Web)!;
            foreach (var (key, text) in texts)
            {
                found.Add(key, text);
            }
        }

        return found;
    }
}
