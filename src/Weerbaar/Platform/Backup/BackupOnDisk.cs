using System.Security.Cryptography;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>A backup as a file for its owner only: there whole and read back, or not at all.</summary>
public static class BackupOnDisk
{
    /// <exception cref="BadUse">The journal does not hold, or what came on the disk can't be read back.</exception>
    public static async Task<BackupFile.Foot> WriteAsync(string path, Seal? seal, WeerbaarDb db, string dataFolder, DateTimeOffset now, CancellationToken ct)
    {
        var beside = $"{path}.partial-{Environment.ProcessId}";
        try
        {
            var foot = await WriteBesideAsync(beside, seal, db, dataFolder, now, ct);
            await ProveAsync(beside, seal, db, ct);
            await db.RecordAsync(new Change("backup.write", $"{Path.GetFileName(path)} ({(seal is null ? "open" : "sealed")})"), "backup", "all", Marking.DepartmentalConfidential, ct);
            File.Move(beside, path);
            return foot;
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Reads a backup that was written, all of it, and keeps nothing.</summary>
    /// <exception cref="BadUse">It can't be read back as it was written.</exception>
    public static async Task ProveAsync(string path, Seal? seal, WeerbaarDb db, CancellationToken ct)
    {
        try
        {
            await using var disk = File.OpenRead(path);
            await using var from = Opened(disk, seal);
            await new BackupReader(TableShape.Of(db), await Migrations.NumberAsync(db, ct)).ReadAsync(from, ct);
        }
        catch (Exception wrong) when (wrong is BadUse or CryptographicException or InvalidDataException)
        {
            throw new BadUse($"What came on the disk is not what was written, so there is no new backup; earlier ones are kept. Try another disk. {wrong.Message}", wrong);
        }
    }

    public static Stream Opened(Stream disk, Seal? seal) => seal is null ? disk : new UnsealingStream(disk, seal);

    private static async Task<BackupFile.Foot> WriteBesideAsync(string beside, Seal? seal, WeerbaarDb db, string dataFolder, DateTimeOffset now, CancellationToken ct)
    {
        await using var disk = PrivateFile.Create(beside);
        var foot = seal is null ? await WriteBackup.ToAsync(disk, db, dataFolder, now, ct) : await SealedAsync(disk, seal, db, dataFolder, now, ct);
        disk.Flush(flushToDisk: true);
        return foot;
    }

    private static async Task<BackupFile.Foot> SealedAsync(Stream disk, Seal seal, WeerbaarDb db, string dataFolder, DateTimeOffset now, CancellationToken ct)
    {
        await using var to = new SealingStream(disk, seal);
        return await WriteBackup.ToAsync(to, db, dataFolder, now, ct);
    }
}
