using System.Diagnostics;
using Weerbaar.Tests.CommandLine;

namespace Weerbaar.Tests.Jobs;

/// <summary>Two real processes on one PostgreSQL; the one that makes a backup is killed in the middle.</summary>
public sealed class TakenOverTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [PostgresOnly]
    public async Task A_job_of_a_process_that_dies_is_done_by_another()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var backups = Directory.CreateDirectory(Path.Combine(program.Folder, "backups")).FullName;
        var passphrase = program.Pipe("passphrase");
        var first = await ServeAsync(database, "one", backups, passphrase);
        await UntilAsync(async () => await database.CountAsync("qrtz_fired_triggers WHERE job_name = 'backup' AND state = 'EXECUTING'") > 0);
        var second = await ServeAsync(database, "two", backups, passphrase);

        first.Kill();
        using var teller = Process.Start("/bin/sh", ["-c", $"while :; do echo 'a passphrase that is long enough' > '{passphrase}'; done"]);
        await UntilAsync(() => Task.FromResult(Directory.GetFiles(backups, "*.backup").Length > 0));
        await UntilAsync(async () => await database.CountAsync("journal_entry WHERE kind = 'job_state' AND after LIKE '%\"taken_over\":true%'") > 0);

        teller.Kill();
        second.Kill();
        await second.WaitForExitAsync();
    }

    /// <summary>A process that would make a backup every second, and waits in it for the passphrase to come through the pipe.</summary>
    private async Task<Process> ServeAsync(TestDatabase database, string folder, string backups, string passphrase)
    {
        var process = program.Start(
            new Dictionary<string, string> { ["Weerbaar__Backup__Into"] = backups, ["Weerbaar__Backup__At"] = "* * * * * ?", ["Weerbaar__Backup__PassphraseFile"] = passphrase },
            "serve", "--url", "http://127.0.0.1:0", "--data", Path.Combine(program.Folder, folder), "--database", database.Address);
        (await process.StandardOutput.ReadLineAsync()).ShouldStartWith("Weerbaar listens on ");
        return process;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            tries.ShouldBeLessThan(600);
            await Task.Delay(100);
        }
    }

    private sealed class PostgresOnlyAttribute : FactAttribute
    {
        public PostgresOnlyAttribute() => Skip = TestDatabase.PostgresServer is null ? "No PostgreSQL: ./test starts one" : null;
    }
}
