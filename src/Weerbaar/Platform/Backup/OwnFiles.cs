using System.Text;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Organisations;

namespace Weerbaar.Platform.Backup;

/// <summary>What a deployment keeps beside the database: method editions and organisations of its own, and how long the journal is kept.</summary>
internal static class OwnFiles
{
    private const string methods = "methods";
    private static readonly string[] alone = [ReadOrganisations.FileName, RetentionRules.FileName];

    /// <summary>What is no text is refused, not mended; a byte order mark is kept.</summary>
    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Their paths in the data folder, with slashes.</summary>
    public static IReadOnlyList<string> In(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, methods);
        var editions = Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Select(f => $"{methods}/{Path.GetFileName(f)}") : [];
        return [.. editions.Concat(alone.Where(f => File.Exists(Path.Combine(dataFolder, f)))).Order(StringComparer.Ordinal)];
    }

    /// <exception cref="BadUse">The file is no UTF-8.</exception>
    public static async Task<BackupFile.FileLine> ReadAsync(string dataFolder, string file, CancellationToken ct)
    {
        try
        {
            return new(file, Utf8.GetString(await File.ReadAllBytesAsync(Path.Combine(dataFolder, file), ct)));
        }
        catch (DecoderFallbackException wrong)
        {
            throw new BadUse($"{Path.Combine(dataFolder, file)} is no text in UTF-8, so a backup can't hold it. Save it as UTF-8 or take it out of the folder.", wrong);
        }
    }

    /// <summary>Refuses files that a backup may not put in the data folder, before anything is put there.</summary>
    /// <exception cref="BadUse">A file is not one of ours, named twice, or there already.</exception>
    public static void RequirePlaces(string dataFolder, IReadOnlyList<BackupFile.FileLine> files)
    {
        foreach (var (name, _) in files)
        {
            BadUse.Unless(MayBe(name), $"The backup names a file {name}, which is not one of ours. Nothing was kept.");
            BadUse.Unless(files.Count(f => f.File == name) == 1, $"The backup names the file {name} twice. Nothing was kept.");
            BadUse.Unless(!Path.Exists(Path.Combine(dataFolder, name)), $"{Path.Combine(dataFolder, name)} is there already. Restore into an empty folder; nothing was kept.");
        }
    }

    /// <summary>Writes files beside their places and proves them, lets the rest be kept, and only then puts them in place.</summary>
    /// <exception cref="BadUse">What was written is not what should be there.</exception>
    public static async Task KeepAsync(string dataFolder, IReadOnlyList<BackupFile.FileLine> files, Func<Task> keepRest, CancellationToken ct)
    {
        try
        {
            foreach (var file in files)
            {
                await WriteBesideAsync(dataFolder, file, ct);
            }

            await keepRest();
            files.ToList().ForEach(f => File.Move(Beside(dataFolder, f), Path.Combine(dataFolder, f.File)));
        }
        finally
        {
            files.Where(f => File.Exists(Beside(dataFolder, f))).ToList().ForEach(f => File.Delete(Beside(dataFolder, f)));
        }
    }

    private static async Task WriteBesideAsync(string dataFolder, BackupFile.FileLine file, CancellationToken ct)
    {
        var beside = Beside(dataFolder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(beside)!);
        await PrivateFile.WriteAsync(beside, Utf8.GetBytes(file.Content), ct);
        var written = BackupFile.CopiedFile.Of(file.File, await File.ReadAllBytesAsync(beside, ct));
        BadUse.Unless(written == file.Hashed(), $"What was written is not what was read: {file.File}. Nothing was kept.");
    }

    private static string Beside(string dataFolder, BackupFile.FileLine file) => Path.Combine(dataFolder, $"{file.File}.partial-{Environment.ProcessId}");

    /// <summary>Whether a backup may put a file at this path: one of those, or in that folder, and nowhere above.</summary>
    private static bool MayBe(string path) => alone.Contains(path)
        || (path.Split('/') is [methods, var name] && name.Length > 0 && name[0] != '.'
            && name.IndexOfAny(Path.GetInvalidFileNameChars()) < 0 && !name.Contains('\\', StringComparison.Ordinal));
}
