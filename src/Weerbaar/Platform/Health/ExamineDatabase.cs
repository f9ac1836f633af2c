using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Health;

/// <summary>The database: is it there and ours, which schema, does the journal hold, do the clocks agree, can an administrator come back?</summary>
public static class ExamineDatabase
{
    private static readonly TimeSpan difference = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct)
    {
        var database = services.GetRequiredService<Database>();
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        try
        {
            FoundDatabase.RequirePlace(database, mayBeNew: false);
            await FoundDatabase.CheckAsync(db, database, mayBeNew: false, ct);
            var waiting = await Migrations.WaitingAsync(db, ct);
            var schema = Schema(database, waiting);
            return waiting.Count > 0
                ? [schema]
                :
                [
                    schema,
                    await ExamineJournal.ChainAsync(db, services.GetRequiredService<CheckpointKey>(), ct),
                    await ClockAsync(db, services.GetRequiredService<TimeProvider>(), ct),
                    await AdministratorAsync(scope.ServiceProvider.GetRequiredService<Invite>(), ct),
                ];
        }
        catch (BadUse unusable)
        {
            return [Finding.Bad("database", unusable.Message, "")];
        }
        catch (Exception refused) when (refused is not OperationCanceledException && DatabaseTrouble.Of(refused) is { } trouble)
        {
            return [Finding.Bad("database", $"{DatabaseTrouble.Name(database)} {trouble}", "")];
        }
    }

    private static Finding Schema(Database database, IReadOnlyList<int> waiting) => waiting.Count == 0
        ? Finding.Good("database", $"{DatabaseTrouble.PlaceOf(database)}, schema up to date")
        : Finding.Note("database", $"{DatabaseTrouble.PlaceOf(database)}, waiting for migrations {string.Join(", ", waiting)}", "Make a backup with the program that made it; the next start migrates.");

    private static async Task<Finding> ClockAsync(WeerbaarDb db, TimeProvider clock, CancellationToken ct)
    {
        var (here, there) = (clock.GetUtcNow(), await ThereAsync(db, ct));
        var late = there is { } last && (db.Database.IsNpgsql() ? (last - here).Duration() : last - here) > difference;
        return late
            ? Finding.Bad("clock", string.Create(CultureInfo.InvariantCulture, $"here it is {here:u}, in the database {there:u}"), "Set the clocks right (chrony, systemd-timesyncd): codes, sessions and the journal depend on them.")
            : Finding.Good("clock", string.Create(CultureInfo.InvariantCulture, $"{here:u}"));
    }

    /// <summary>PostgreSQL has a clock; a file only knows when it was last written, which must not be in the future.</summary>
    private static async Task<DateTimeOffset?> ThereAsync(WeerbaarDb db, CancellationToken ct) => db.Database.IsNpgsql()
        ? await db.Database.SqlQuery<DateTime>($"SELECT now() AS \"Value\"").SingleAsync(ct)
        : await db.Journal.OrderByDescending(e => e.Seq).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(ct);

    private static async Task<Finding> AdministratorAsync(Invite invite, CancellationToken ct)
    {
        var can = await invite.AdministratorCanComeBackAsync(ct);
        return can
            ? Finding.Good("administrator", "can come back with a passkey or a password")
            : Finding.Note("administrator", "none can come back without a link", "Use the link that weerbaar serve prints, and choose a passkey or a password under My account.");
    }
}
