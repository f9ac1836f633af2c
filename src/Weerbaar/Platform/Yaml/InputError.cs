namespace Weerbaar.Platform.Yaml;

/// <summary>Something wrong in an input file: where, and what to do about it.</summary>
/// <param name="Line">From 1; 0 when it is about the file as a whole.</param>
public sealed record InputError(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
