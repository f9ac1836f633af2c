namespace Weerbaar.Tests.CommandLine;

/// <summary>Processes that start at the same moment on a database where nothing is yet, and trying migrations before they are run.</summary>
public sealed class StartTogetherTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [PostgresOnly]
    public async Task Three_that_start_at_once_on_an_empty_database_migrate_it_once_and_share_one_key()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);

        var all = Enumerable.Range(0, 3).Select(n => program.Start(
            "serve", "--url", "http://127.0.0.1:0", "--data", Path.Combine(program.Folder, $"data{n}"), "--database", database.Address)).ToList();
        foreach (var one in all)
        {
            (await one.StandardOutput.ReadLineAsync()).ShouldStartWith("Weerbaar listens on ");
        }

        (await database.CountAsync("protection_key")).ShouldBe(1);
        (await database.CountAsync("person")).ShouldBe(1, "One first administrator.");
        all.ForEach(WeerbaarProcess.Terminate);
        foreach (var one in all)
        {
            var ended = await WeerbaarProcess.EndAsync(one);
            (ended.Code, ended.Error).ShouldBe((0, ""));
        }

        (await program.RunAsync("journal", "verify", "--data", program.Data, "--database", database.Address)).Code.ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task A_trial_of_migrations_says_whether_they_will_do_and_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await database.ExecuteAsync("DROP TABLE job_state");
        await database.ExecuteAsync("DELETE FROM schema_version WHERE number = 130");
        var tables = await database.TablesAsync();

        var tried = await TryAsync(database);

        (tried.Code, tried.Output).ShouldBe((0, "Migrations 130 ran well on a trial and were taken back. Make a backup, then start weerbaar serve.\n"), tried.Error);
        (await database.TablesAsync()).ShouldBe(tables);
        (await program.RunAsync("migrate", "--data", program.Data, "--database", database.Address)).Output.ShouldContain("is up to date");
        (await TryAsync(database)).Output.ShouldContain("nothing waits");
    }

    [Theory, OnEveryDatabase]
    public async Task A_migration_that_would_fail_is_told_beforehand_and_changes_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await database.ExecuteAsync("DELETE FROM schema_version WHERE number = 130");

        var tried = await TryAsync(database);

        tried.ShouldBeRefused("A waiting migration would fail");
        (await database.CountAsync("schema_version WHERE number = 130")).ShouldBe(0);
    }

    private Task<WeerbaarProcess.Ended> TryAsync(TestDatabase database) =>
        program.RunAsync("migrate", "--dry-run", "--data", program.Data, "--database", database.Address);

    private sealed class PostgresOnlyAttribute : FactAttribute
    {
        public PostgresOnlyAttribute() => Skip = TestDatabase.PostgresServer is null ? "No PostgreSQL: ./test starts one" : null;
    }
}
