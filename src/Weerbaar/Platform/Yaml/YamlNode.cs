namespace Weerbaar.Platform.Yaml;

/// <summary>A node as it stands in the file.</summary>
internal abstract record YamlNode(int Line);

/// <param name="IsNull">Nothing, or a plain <c>null</c> or <c>~</c>.</param>
internal sealed record ScalarNode(string Value, bool IsNull, int Line) : YamlNode(Line);

internal sealed record ListNode(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

internal sealed record MapNode(IReadOnlyList<MapEntry> Entries, int Line) : YamlNode(Line)
{
    /// <summary>The keys a reader has asked for so far.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);
}

internal sealed record MapEntry(string Key, int Line, YamlNode Value);
