using System.Security.Cryptography;

namespace Weerbaar.Platform.Yaml;

/// <summary>A YAML file that was read: its name for messages, the hash of its content, and its keys.</summary>
/// <param name="Sha256">Of the bytes with line ends as LF, in lower-case hexadecimal: the same on every system.</param>
public sealed record YamlFile(string File, string Sha256, YamlMap Root)
{
    public const int LargestBytes = 2 * 1024 * 1024;

    /// <summary>Reads a file, or says in <paramref name="errors"/> why not and returns null.</summary>
    public static YamlFile? Read(string path, InputErrors errors, int largestBytes = LargestBytes)
    {
        if (FileBytes.Read(path, largestBytes, errors) is not { } bytes || Utf8Text.Decode(bytes, path, errors) is not { } text)
        {
            return null;
        }

        return Parse(text, path, errors) is { } root ? new(path, Hash(text), root) : null;
    }

    /// <summary>Reads the keys of a text, or says in <paramref name="errors"/> why not and returns null.</summary>
    public static YamlMap? Parse(string text, string file, InputErrors errors) =>
        YamlTree.TryParse(text, file, errors, out var root) ? Keys(root, file, errors) : null;

    private static YamlMap? Keys(YamlNode? root, string file, InputErrors errors)
    {
        switch (root)
        {
            case MapNode map:
                return new YamlMap(map, file, errors);
            case null or ScalarNode { IsNull: true }:
                errors.Add(file, 0, "The file is empty. Write keys and values, 'key: value' a line.");
                return null;
            default:
                errors.Add(file, root.Line, "Expected keys and values, 'key: value' a line.");
                return null;
        }
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal))));
}
