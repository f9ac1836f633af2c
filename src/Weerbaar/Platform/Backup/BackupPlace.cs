using System.Globalization;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Backup;

/// <summary>Where a backup goes: one file that is not there yet, or a folder in which old ones make room.</summary>
internal sealed record BackupPlace(string Folder, string? Name, int? Keep)
{
    private const string pattern = "weerbaar-????????T??????Z.backup";

    public static BackupPlace AtFile(string path)
    {
        var full = Path.GetFullPath(path);
        return !Path.Exists(full) ? Existing(Path.GetDirectoryName(full)!, Path.GetFileName(full), null) : throw new BadUse($"{path} is there already. Name another file.");
    }

    public static BackupPlace In(string folder, int? keep) => Existing(Path.GetFullPath(folder), null, keep);

    public string PathAt(DateTimeOffset now) =>
        Path.Combine(Folder, Name ?? now.UtcDateTime.ToString("'weerbaar-'yyyyMMdd'T'HHmmss'Z.backup'", CultureInfo.InvariantCulture));

    /// <summary>Deletes the oldest of our own names beyond the number to keep; nothing else in the folder is touched.</summary>
    public void Rotate()
    {
        if (Keep is { } keep)
        {
            Directory.GetFiles(Folder, pattern).OrderDescending(StringComparer.Ordinal).Skip(keep).ToList().ForEach(File.Delete);
        }
    }

    private static BackupPlace Existing(string folder, string? name, int? keep) => Directory.Exists(folder)
        ? new BackupPlace(folder, name, keep)
        : throw new BadUse($"There is no folder {folder}. Make it first.");
}
