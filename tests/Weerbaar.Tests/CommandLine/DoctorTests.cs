using Microsoft.Data.Sqlite;

namespace Weerbaar.Tests.CommandLine;

public sealed class DoctorTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_sound_installation_is_told_part_by_part()
    {
        await LoadAsync();

        var told = await program.RunAsync("doctor", "--data", program.Data);

        told.Code.ShouldBe(0, told.Output + told.Error);
        foreach (var part in new[] { "program", "data folder", "disk", "database", "journal", "journal key", "clock", "jobs", "methods", "organisations" })
        {
            told.Output.ShouldContain($"good  {part}: ");
        }
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_what_to_do_and_ends_with_code_1()
    {
        await LoadAsync();
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(program.Data, "weerbaar.sqlite")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var alter = new SqliteCommand("DROP TRIGGER journal_entry_not_changed; UPDATE journal_entry SET reason = 'altered' WHERE seq = 3", database);
            await alter.ExecuteNonQueryAsync();
        }

        var told = await program.RunAsync("doctor", "--data", program.Data);

        told.Code.ShouldBe(1);
        told.Output.ShouldContain("BAD   journal: The journal does not hold. Entry 3 was altered");
        told.Output.ShouldContain("Compare with a backup");
    }

    [Fact]
    public async Task Where_there_is_no_database_none_is_made()
    {
        var told = await program.RunAsync("doctor", "--data", program.Data);

        told.Code.ShouldBe(1);
        told.Output.ShouldContain("BAD   database: There is no database");
        Directory.Exists(program.Data).ShouldBeFalse();
    }

    [Fact]
    public async Task Migrations_that_wait_are_named_and_not_run()
    {
        await LoadAsync();
        var file = Path.Combine(program.Data, "weerbaar.sqlite");
        await using (var database = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            await database.OpenAsync();
            await using var older = new SqliteCommand("DELETE FROM schema_version WHERE number = 81", database);
            await older.ExecuteNonQueryAsync();
        }

        var told = await program.RunAsync("doctor", "--data", program.Data);

        told.Output.ShouldContain("waiting for migrations 81");
        (await program.RunAsync("doctor", "--data", program.Data)).Output.ShouldContain("waiting for migrations 81");
    }

    [Fact]
    public async Task Files_of_ones_own_that_are_wrong_are_told_with_file_and_line()
    {
        await LoadAsync();
        await File.WriteAllTextAsync(Path.Combine(program.Data, "organisations.yaml"), "- code: Elek-Noord\n  nl: Net\n  en: Grid\n  kind: grid\n");
        await File.WriteAllTextAsync(Path.Combine(program.Data, "journal-retention.json"), "{ \"read.\": 3 }");

        var told = await program.RunAsync("doctor", "--data", program.Data, "--certificate", "lost.pem", "--certificate-key", "lost.pem");

        told.Code.ShouldBe(1);
        told.Output.ShouldContain("BAD   organisations: ");
        told.Output.ShouldContain("organisations.yaml:4: Expected one of ministry");
        told.Output.ShouldContain("BAD   journal retention: ");
        told.Output.ShouldContain("BAD   certificate: There is no file lost.pem");
        (await program.RunAsync("serve", "--data", program.Data, "--url", "http://127.0.0.1:0")).ShouldBeRefused("Expected one of ministry");
    }

    private async Task LoadAsync() =>
        (await program.RunAsync("load", Path.Combine(WeerbaarProcess.Examples, "nl-2007"), "--data", program.Data)).Code.ShouldBe(0);
}
