using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Yaml;

namespace Weerbaar.Platform.Examples;

/// <summary>
/// One file of an example cycle, and how a step makes its objects of it. Each step registers its own; the platform
/// reads what all items have (id, title, marking, source, what it rests on).
/// </summary>
/// <param name="File">The file's name: <c>threats.yaml</c>.</param>
/// <param name="Read">Makes the object of an item, with the parts that belong to it.</param>
public sealed record ExamplePart(string File, Func<ExampleItem, (MarkedObject Object, IEnumerable<Part> Parts)> Read);

/// <summary>An item of an example file: its keys, and what the example says of all of its items.</summary>
public sealed record ExampleItem(string Id, Text Title, YamlMap Keys, ExampleFolder Folder)
{
    /// <summary>A list of items below a key, each with keys of its own; what is not asked for is reported.</summary>
    public IReadOnlyList<T> Each<T>(string key, Func<YamlMap, T> read) => [.. Keys.OptionalMaps(key).Select(map =>
    {
        var item = read(map);
        map.RefuseOtherKeys();
        return item;
    })];

    public Text OptionalText(string key) => Keys.OptionalBilingual(key) ?? Text.Empty;

    public IReadOnlyList<Text> Texts(string key) => [.. Keys.OptionalMaps(key).Select(BilingualOf)];

    private static Text BilingualOf(YamlMap map)
    {
        var text = new Text(map.Text("nl"), map.Text("en"));
        map.RefuseOtherKeys();
        return text;
    }
}

/// <summary>What a step still does once all objects of an example are stored: what needs them to be there.</summary>
public delegate Task FinishLoading(CancellationToken ct);
