namespace Weerbaar.Platform.Backup;

/// <summary>What a deployment keeps beside the database: method editions of its own.</summary>
internal static class OwnFiles
{
    private const string methods = "methods";

    /// <summary>Their paths in the data folder, with slashes.</summary>
    public static IReadOnlyList<string> In(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, methods);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.yaml").Select(f => $"{methods}/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Whether a backup may put a file at this path: only in that folder, and nowhere above.</summary>
    public static bool MayBe(string path) =>
        path.Split('/') is [methods, var name] && name.Length > 0 && name[0] != '.'
        && name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && !name.Contains('\\', StringComparison.Ordinal);
}
