using System.CommandLine;
using Weerbaar.Platform.CommandLine;

namespace Weerbaar.Platform.Backup;

/// <summary><c>weerbaar backup</c>: everything in one file, while the program goes on.</summary>
internal static class BackupVerb
{
    public static Command Verb()
    {
        var file = new Argument<string?>("file") { Description = "The file to write", Arity = ArgumentArity.ZeroOrOne };
        var into = new Option<string?>("--into") { Description = "A folder for a backup named after the moment, instead of a file" };
        var keep = new Option<int?>("--keep") { Description = "With --into: how many backups to keep; older ones are deleted" };
        var verb = new Command("backup", "Write everything into one file, while the program goes on.\nExample: weerbaar backup --into /var/backups/weerbaar --keep 14 --passphrase-file /etc/weerbaar/passphrase")
        {
            file, into, keep, SealOptions.PassphraseFile, SealOptions.KeyFile, SealOptions.Open, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var (settings, seal) = (DataOptions.Settings(parsed), SealOptions.Read(parsed));
            var place = Place(parsed.GetValue(file), parsed.GetValue(into), parsed.GetValue(keep));
            return OpenDatabase.ExistingAsync(settings, async (db, services) =>
            {
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                var path = place.PathAt(now);
                var foot = await BackupOnDisk.WriteAsync(path, seal, db, settings.DataFolder, now, ct);
                place.Rotate();
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"Wrote {path}: {foot.Tables.Count} tables, {foot.Tables.Sum(t => t.Rows)} rows.");
                return 0;
            }, ct);
        });
        return verb;
    }

    private static BackupPlace Place(string? file, string? into, int? keep) => (file, into, keep) switch
    {
        ({ Length: > 0 }, null, null) => BackupPlace.AtFile(file),
        (null, { Length: > 0 }, null or > 0) => BackupPlace.In(into, keep),
        (null, not null, _) => throw new BadUse("--keep asks for a number of backups, at least 1."),
        _ => throw new BadUse("Name a file, or a folder with --into; --keep goes with --into."),
    };
}
