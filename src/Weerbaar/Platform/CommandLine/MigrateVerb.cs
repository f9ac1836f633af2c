using System.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.CommandLine;

/// <summary><c>weerbaar migrate</c>: brings the database up to date without serving, or tries whether that would go well.</summary>
internal static class MigrateVerb
{
    public static Command Verb()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Try the waiting migrations on what is there, and take them back" };
        var verb = new Command("migrate", "Bring the database up to date; the first weerbaar serve does so by itself.\nExample: weerbaar migrate --dry-run --data ~/weerbaar")
        {
            dryRun, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var (settings, output) = (DataOptions.Settings(parsed), parsed.InvocationConfiguration.Output);
            return parsed.GetValue(dryRun) ? TryAsync(settings, output, ct) : OpenDatabase.OrNewAsync(settings, async (db, _) =>
            {
                await output.WriteLineAsync($"{DatabaseTrouble.Name(settings.Database)} is up to date: schema {await Migrations.NumberAsync(db, ct)}.");
                return 0;
            }, ct);
        });
        return verb;
    }

    private static async Task<int> TryAsync(ServerSettings settings, TextWriter output, CancellationToken ct)
    {
        FoundDatabase.RequirePlace(settings.Database, mayBeNew: false);
        await using var services = OpenDatabase.Services(settings);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        try
        {
            await FoundDatabase.CheckAsync(db, settings.Database, mayBeNew: false, ct);
            var tried = await Migrations.TryAsync(db, ct);
            await output.WriteLineAsync(tried.Count == 0
                ? $"{DatabaseTrouble.Name(settings.Database)} is up to date; nothing waits."
                : $"Migrations {string.Join(", ", tried)} ran well on a trial and were taken back. Make a backup, then start weerbaar serve.");
            return 0;
        }
        catch (Exception refused) when (refused is not OperationCanceledException && DatabaseTrouble.Of(refused) is { } trouble)
        {
            throw new BadUse($"{DatabaseTrouble.Name(settings.Database)} {trouble}", refused);
        }
        catch (System.Data.Common.DbException failed)
        {
            throw new BadUse($"A waiting migration would fail: {failed.Message} Nothing was changed. Keep serving with the older version, and report this.", failed);
        }
    }
}
