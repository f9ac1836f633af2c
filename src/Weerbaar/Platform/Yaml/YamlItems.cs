using YamlDotNet.Core;

namespace Weerbaar.Platform.Yaml;

/// <summary>A YAML file that is one list of items with keys of their own.</summary>
public static class YamlItems
{
    /// <summary>Reads the items, or says in <paramref name="errors"/> why not and returns none.</summary>
    public static IReadOnlyList<YamlMap> Read(string path, InputErrors errors)
    {
        if (FileBytes.Read(path, YamlFile.LargestBytes, errors) is not { } bytes || Utf8Text.Decode(bytes, path, errors) is not { } text)
        {
            return [];
        }

        try
        {
            using var reader = new StringReader(text);
            return Items(new YamlTree(new Parser(reader), path, errors).Read(), path, errors);
        }
        catch (YamlException problem)
        {
            errors.Add(path, checked((int)problem.Start.Line), $"Not usable YAML: {problem.Message}");
            return [];
        }
    }

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
