using Microsoft.Data.Sqlite;
using Npgsql;

namespace Weerbaar.Tests.CommandLine;

/// <summary>The verbs on a database that can't be used: one line, code 1, and nothing made or changed.</summary>
public sealed class DatabaseTroubleTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public static TheoryData<string[]> Verbs => [["journal", "verify"], ["export", "--out", "tables"], ["report", "x", "--out", "x.html"], ["serve", "--url", "http://127.0.0.1:0"]];

    private string Sqlite => Path.Combine(program.Folder, "db.sqlite");

    public void Dispose() => program.Dispose();

    [Theory, MemberData(nameof(Verbs))]
    public async Task A_damaged_file_is_refused(string[] verb)
    {
        await using (var whole = await TestDatabase.CreateMigratedAsync(DatabaseKind.Sqlite))
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(whole.Folder, "test.sqlite"));
            bytes.AsSpan(bytes.Length / 3, bytes.Length / 3).Fill(0xA5);
            await File.WriteAllBytesAsync(Sqlite, bytes);
        }

        (await RunAsync(verb, $"sqlite:{Sqlite}")).ShouldBeRefused("is damaged. Restore a backup");
    }

    [Theory, MemberData(nameof(Verbs))]
    public async Task A_file_of_something_else_is_refused(string[] verb)
    {
        await File.WriteAllTextAsync(Sqlite, "This is a letter, and no database at all.");

        (await RunAsync(verb, $"sqlite:{Sqlite}")).ShouldBeRefused("is no SQLite database");
        (await RunAsync(verb, $"sqlite:{program.Folder}")).ShouldBeRefused("is a folder");
    }

    [Fact]
    public async Task A_file_that_another_program_keeps_locked_is_refused()
    {
        await using var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Sqlite, Pooling = false }.ToString());
        await other.OpenAsync();
        await using var hold = new SqliteCommand("CREATE TABLE schema_version (number integer); PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE", other);
        await hold.ExecuteNonQueryAsync();

        (await RunAsync(["journal", "verify"], $"sqlite:{Sqlite}")).ShouldBeRefused("is kept locked by another program");
    }

    [Theory, OnEveryDatabase]
    public async Task Reading_an_empty_database_makes_nothing_in_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);

        foreach (var verb in new string[][] { ["journal", "verify"], ["export", "--out", "tables"], ["report", "x", "--out", "x.html"] })
        {
            (await RunAsync(verb, database.Address)).ShouldBeRefused("There is no database at");
        }

        (await database.TablesAsync()).ShouldBe(0);
        Directory.Exists(program.Data).ShouldBeFalse();
    }

    [Theory, OnEveryDatabase]
    public async Task A_database_of_another_program_is_left_alone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE invoices (id integer)");

        (await RunAsync(["load", Path.Combine(WeerbaarProcess.Examples, "nl-2007")], database.Address)).ShouldBeRefused("holds tables of something else");
        (await RunAsync(["serve", "--url", "http://127.0.0.1:0"], database.Address)).ShouldBeRefused("holds tables of something else");
        (await database.TablesAsync()).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_database_of_a_newer_program_is_refused_with_one_advice(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await database.ExecuteAsync("INSERT INTO schema_version VALUES (9999)");

        var ended = await RunAsync(["journal", "verify"], database.Address);
        ended.ShouldBeRefused("Start a newer program.");
        ended.Error.ShouldNotContain("restore");
    }

    [Theory, OnEveryDatabase]
    public async Task A_database_of_an_older_program_is_read_by_no_verb_and_not_upgraded_by_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await database.ExecuteAsync("CREATE TABLE newest AS SELECT max(number) AS number FROM schema_version");
        await database.ExecuteAsync("DELETE FROM schema_version WHERE number = (SELECT number FROM newest)");
        var before = await database.TablesAsync();

        foreach (var verb in new string[][]
        {
            ["journal", "verify"], ["export", "--out", "tables"], ["report", "x", "--out", "x.html"], ["backup", "b", "--unsealed"], ["move", "--to", $"sqlite:{Sqlite}"],
        })
        {
            (await RunAsync(verb, database.Address)).ShouldBeRefused("was made by an older Weerbaar. Back it up with that version");
        }

        (await database.TablesAsync()).ShouldBe(before);
        (await database.CountAsync("schema_version WHERE number = (SELECT number FROM newest)")).ShouldBe(0);
        File.Exists(Sqlite).ShouldBeFalse();
    }

    [Theory]
    [InlineData("sqlite:", "asks for the path")]
    [InlineData("postgres:junk", "asks for Host=")]
    [InlineData("postgres:", "asks for Host=")]
    [InlineData("mysql:x", "neither sqlite:PATH nor postgres:")]
    [InlineData("postgres:Host=127.0.0.1;Port=1;Username=x", "can't be reached")]
    public async Task An_address_that_leads_nowhere_is_refused(string database, string says) =>
        (await RunAsync(["serve", "--url", "http://127.0.0.1:0"], database)).ShouldBeRefused(says);

    [Fact]
    public async Task A_name_that_the_server_does_not_know_is_refused()
    {
        if (TestDatabase.PostgresServer is { } server)
        {
            var address = $"postgres:{new NpgsqlConnectionStringBuilder(server) { Database = "no_such_database" }}";
            (await RunAsync(["journal", "verify"], address)).ShouldBeRefused("\"no_such_database\" does not exist");
        }
    }

    [Fact]
    public async Task Someone_without_rights_hears_that_and_not_that_nothing_is_there()
    {
        if (TestDatabase.PostgresServer is null)
        {
            return;
        }

        await using var database = await TestDatabase.CreateMigratedAsync(DatabaseKind.Postgres);
        var role = $"reader_{Guid.NewGuid():n}";
        await database.ExecuteAsync($"CREATE ROLE {role} LOGIN");
        try
        {
            var address = new NpgsqlConnectionStringBuilder(database.Database.ConnectionString) { Username = role };
            (await RunAsync(["journal", "verify"], $"postgres:{address}")).ShouldBeRefused("permission denied");
        }
        finally
        {
            await database.ExecuteAsync($"DROP ROLE {role}");
        }
    }

    private Task<WeerbaarProcess.Ended> RunAsync(string[] verb, string database) =>
        program.RunAsync([.. verb, "--database", database, "--data", program.Data]);
}
