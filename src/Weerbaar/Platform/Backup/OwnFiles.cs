namespace Weerbaar.Platform.Backup;

/// <summary>What a deployment keeps beside the database: method editions of its own, and the keys where they are files.</summary>
internal static class OwnFiles
{
    private static readonly (string Folder, string Pattern)[] kept = [("keys", "*.xml"), ("methods", "*.yaml")];

    /// <summary>Their paths in the data folder, with slashes.</summary>
    public static IReadOnlyList<string> In(string dataFolder) =>
        [.. kept.SelectMany(k => FilesOf(dataFolder, k.Folder, k.Pattern)).Order(StringComparer.Ordinal)];

    /// <summary>Whether a backup may put a file at this path: only in these folders, and nowhere above.</summary>
    public static bool MayBe(string path) =>
        path.Split('/') is [var folder, var name] && kept.Any(k => k.Folder == folder)
        && name.Length > 0 && name[0] != '.' && name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && !name.Contains('\\', StringComparison.Ordinal);

    private static IEnumerable<string> FilesOf(string dataFolder, string folder, string pattern)
    {
        var place = Path.Combine(dataFolder, folder);
        return Directory.Exists(place) ? Directory.EnumerateFiles(place, pattern).Select(f => $"{folder}/{Path.GetFileName(f)}") : [];
    }
}
