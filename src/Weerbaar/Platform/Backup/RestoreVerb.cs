using System.CommandLine;
using System.Security.Cryptography;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Backup;

/// <summary><c>weerbaar restore</c>: a backup into an empty database, proved before it is kept.</summary>
internal static class RestoreVerb
{
    public static Command Verb()
    {
        var file = new Argument<string>("file") { Description = "The backup" };
        var verb = new Command("restore", "Put a backup into an empty database and prove that it is whole.\nExample: weerbaar restore weerbaar-20260131T020000Z.backup --data ~/weerbaar-restored --passphrase-file passphrase")
        {
            file, SealOptions.PassphraseFile, SealOptions.KeyFile, SealOptions.Open, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var (path, settings, seal) = (parsed.GetValue(file)!, DataOptions.Settings(parsed), SealOptions.Read(parsed));
            RequireSealed(path, seal);
            return OpenDatabase.OrNewAsync(settings, async (db, services) =>
            {
                await using var disk = File.OpenRead(path);
                var foot = await ReadAsync(path, () => new ReadBackup(db, settings.DataFolder, services.GetRequiredService<TimeProvider>()).FromAsync(BackupOnDisk.Opened(disk, seal), ct));
                await parsed.InvocationConfiguration.Output.WriteLineAsync(
                    $"Restored {foot.Tables.Count} tables, {foot.Tables.Sum(t => t.Rows)} rows. Every row and the journal were proved. Everybody signs in again; check who was blocked since it was made.");
                return 0;
            }, ct);
        });
        return verb;
    }

    /// <summary>Says by its beginning what a file is, before anything is made.</summary>
    private static void RequireSealed(string path, Seal? seal)
    {
        BadUse.Unless(!Directory.Exists(path), $"{path} is a folder. Name the file of a backup.");
        BadUse.Unless(File.Exists(path), $"There is no file {path}.");
        var begin = Beginning(path);
        BadUse.Unless(begin.Length > 0, $"{path} is empty. Take another copy of the backup.");
        var isSealed = begin.StartsWith(SealedFile.Magic);
        BadUse.Unless(isSealed || begin.StartsWith(BackupFile.Magic), $"{path} does not begin as a backup of Weerbaar does: it is another file, or its beginning was changed.");
        BadUse.Unless(!isSealed || seal is not null, $"{path} is sealed. Give --passphrase-file or --key-file.");
        BadUse.Unless(isSealed || seal is null, $"{path} is not sealed. Say --unsealed if it should be restored.");
    }

    private static ReadOnlySpan<byte> Beginning(string path)
    {
        using var file = File.OpenRead(path);
        var begin = new byte[SealedFile.Magic.Length];
        return begin.AsSpan(0, file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false));
    }

    private static async Task<T> ReadAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (CryptographicException wrong)
        {
            throw new BadUse($"{path} can't be restored. {wrong.Message} Nothing was kept.", wrong);
        }
        catch (InvalidDataException wrong)
        {
            throw new BadUse($"{path} was changed: what is in it can't be unpacked. Nothing was kept.", wrong);
        }
    }
}
