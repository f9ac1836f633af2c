namespace Weerbaar.Platform.Yaml;

/// <summary>A YAML file that is one list of items with keys of their own.</summary>
public static class YamlItems
{
    /// <summary>Reads the items, or says in <paramref name="errors"/> why not and returns none.</summary>
    public static IReadOnlyList<YamlMap> Read(string path, InputErrors errors) =>
        FileBytes.Read(path, YamlFile.LargestBytes, errors) is { } bytes
        && Utf8Text.Decode(bytes, path, errors) is { } text
            ? Parse(text, path, errors)
            : [];

    /// <summary>The same of a text that was read already.</summary>
    public static IReadOnlyList<YamlMap> Parse(string text, string file, InputErrors errors) =>
        YamlTree.TryParse(text, file, errors, out var root) ? Items(root, file, errors) : [];

    private static IReadOnlyList<YamlMap> Items(YamlNode? root, string file, InputErrors errors)
    {
        if (root is not ListNode list)
        {
            errors.Add(file, root?.Line ?? 0, "Expected a list of items, each beginning with '- id: …'.");
            return [];
        }

        return [.. list.Items.Select(item => new YamlValue(item, "item", file, errors).AsMap()).OfType<YamlMap>()];
    }
}
