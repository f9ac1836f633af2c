namespace Weerbaar.Platform.Yaml;

/// <summary>A key with its value.</summary>
public sealed record YamlEntry(string Key, int Line, YamlValue Value);
