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

    /// <summary>Says whether a backup is sealed before anything is made.</summary>
    private static void RequireSealed(string path, Seal? seal)
    {
        if (!File.Exists(path))
        {
            throw new BadUse($"There is no file {path}.");
        }

        using var file = File.OpenRead(path);
        var begin = new byte[SealedFile.Magic.Length];
        var isSealed = file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) == begin.Length && SealedFile.Magic.SequenceEqual(begin);
        if (isSealed != (seal is not null))
        {
            throw new BadUse(isSealed ? $"{path} is sealed. Give --passphrase-file or --key-file." : $"{path} is not sealed. Say --unsealed if it should be restored.");
        }
    }

    private static async Task<T> ReadAsync<T>(string path, Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (CryptographicException wrong)
        {
            throw new BadUse($"{path} does not open with this passphrase or key, or it was changed or cut off. Nothing was kept.", wrong);
        }
        catch (InvalidDataException wrong)
        {
            throw new BadUse($"{path} is damaged or no backup of Weerbaar. Nothing was kept.", wrong);
        }
    }
}
