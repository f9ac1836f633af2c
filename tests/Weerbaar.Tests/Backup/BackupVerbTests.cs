using Microsoft.Data.Sqlite;
using Weerbaar.Tests.CommandLine;

namespace Weerbaar.Tests.Backup;

/// <summary>The verbs as an operator types them, with the real program.</summary>
public sealed class BackupVerbTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task A_sealed_backup_is_restored_elsewhere_and_its_journal_holds()
    {
        await LoadAsync("illustration");
        var passphrase = Passphrase("een lange zin voor de kluis");

        (await program.RunAsync("backup", "b", "--data", program.Data, "--passphrase-file", passphrase)).Code.ShouldBe(0);
        var restored = await program.RunAsync("restore", "b", "--data", Elsewhere, "--passphrase-file", passphrase);
        var verified = await program.RunAsync("journal", "verify", "--data", Elsewhere);

        restored.Output.ShouldContain("Every row and the journal were proved");
        verified.Code.ShouldBe(0);
        (OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(program.Folder, "b")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_can_not_be_backed_up_or_restored_gives_one_line()
    {
        await LoadAsync();
        var (right, wrong, brief) = (Passphrase("een lange zin voor de kluis"), Passphrase("een andere zin voor de kluis"), Passphrase("kort"));
        (await program.RunAsync("backup", "b", "--data", program.Data, "--passphrase-file", right)).Code.ShouldBe(0);

        (await program.RunAsync("backup", "c", "--data", program.Data)).ShouldBeRefused("Say with what the backup is sealed");
        (await program.RunAsync("backup", "c", "--data", program.Data, "--passphrase-file", brief)).ShouldBeRefused("shorter than 12");
        (await program.RunAsync("backup", "c", "--data", program.Data, "--passphrase-file", right, "--unsealed")).ShouldBeRefused("Give one of");
        (await program.RunAsync("backup", "b", "--data", program.Data, "--passphrase-file", right)).ShouldBeRefused("is there already");
        (await program.RunAsync("backup", "no/c", "--data", program.Data, "--unsealed")).ShouldBeRefused("There is no folder");
        (await program.RunAsync("backup", "c", "--into", ".", "--data", program.Data, "--unsealed")).ShouldBeRefused("Name a file, or a folder");
        (await program.RunAsync("backup", "--into", ".", "--keep", "0", "--data", program.Data, "--unsealed")).ShouldBeRefused("at least 1");
        (await program.RunAsync("restore", "b", "--data", Elsewhere, "--passphrase-file", wrong)).ShouldBeRefused("does not open with this passphrase");
        (await program.RunAsync("restore", "b", "--data", Elsewhere, "--unsealed")).ShouldBeRefused("is sealed");
        (await program.RunAsync("restore", "none", "--data", Elsewhere, "--unsealed")).ShouldBeRefused("There is no file");
        (await program.RunAsync("restore", "data", "--data", Elsewhere, "--unsealed")).ShouldBeRefused("data is a folder");
        (await program.RunAsync("restore", Changed("empty", _ => []), "--data", Elsewhere, "--unsealed")).ShouldBeRefused("is empty");
        (await program.RunAsync("restore", Changed("begin", b => [(byte)(b[0] ^ 1), .. b[1..]]), "--data", Elsewhere, "--passphrase-file", right)).ShouldBeRefused("does not begin as a backup of Weerbaar does");
        (await program.RunAsync("restore", Changed("head", b => b[..20]), "--data", Elsewhere, "--passphrase-file", right)).ShouldBeRefused("not even its head is whole");
        (await program.RunAsync("restore", "b", "--data", Elsewhere, "--passphrase-file", right)).Code.ShouldBe(0, "what was refused leaves nothing in the way");
        (await program.RunAsync("restore", "b", "--data", program.Data, "--passphrase-file", right)).ShouldBeRefused("not empty");
        (await program.RunAsync("move", "--data", program.Data, "--to", "junk")).ShouldBeRefused("neither sqlite:PATH nor postgres");
        Directory.GetFiles(program.Folder, "*.partial*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Old_backups_make_room_and_other_files_stay()
    {
        await LoadAsync();
        var folder = Directory.CreateDirectory(Path.Combine(program.Folder, "backups")).FullName;
        foreach (var name in new[] { "weerbaar-20250101T000000Z.backup", "weerbaar-20250102T000000Z.backup", "weerbaar-of-mine.backup", "notes.txt" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name), "old");
        }

        (await program.RunAsync("backup", "--into", folder, "--keep", "2", "--data", program.Data, "--unsealed")).Code.ShouldBe(0);

        var left = Directory.GetFiles(folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToList();
        left.Count.ShouldBe(4);
        left.ShouldContain("weerbaar-20250102T000000Z.backup");
        left.ShouldContain("weerbaar-of-mine.backup");
        left.ShouldContain("notes.txt");
    }

    [Fact]
    public async Task A_moved_database_serves_the_verbs_as_the_old_one_did()
    {
        await LoadAsync("illustration");
        var to = $"sqlite:{Path.Combine(program.Folder, "moved.sqlite")}";

        var moved = await program.RunAsync("move", "--data", program.Data, "--to", to);
        var verified = await program.RunAsync("journal", "verify", "--data", program.Data, "--database", to);

        moved.Output.ShouldContain("the journal holds");
        verified.Output.ShouldContain("The journal holds");
    }

    [Theory]
    [InlineData("left", "backup", "left", "--unsealed")]
    [InlineData("left", "export", "--out", "left", "--format", "csv")]
    public async Task What_the_journal_can_not_take_does_not_leave(string file, params string[] verb)
    {
        await LoadAsync();
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(program.Data, "weerbaar.sqlite")};Pooling=False"))
        {
            await database.OpenAsync();
            await using var full = new SqliteCommand("CREATE TRIGGER journal_full BEFORE INSERT ON journal_entry BEGIN SELECT RAISE(ABORT, 'full'); END", database);
            await full.ExecuteNonQueryAsync();
        }

        var ended = await program.RunAsync([.. verb, "--data", program.Data]);

        ended.Code.ShouldNotBe(0);
        ended.Error.ShouldContain("Please report it");
        Path.Exists(Path.Combine(program.Folder, file)).ShouldBeFalse();
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task What_leaves_can_be_read_by_its_owner_only()
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await LoadAsync();
        (await program.RunAsync("export", "--out", "tables", "--format", "csv", "--data", program.Data)).Code.ShouldBe(0);

        File.GetUnixFileMode(Path.Combine(program.Folder, "tables")).ShouldBe(owner | UnixFileMode.UserExecute);
        Directory.GetFiles(Path.Combine(program.Folder, "tables")).Select(File.GetUnixFileMode).Distinct().ShouldBe([owner]);
    }

    /// <summary>The backup as a disk or a network may have left it.</summary>
    private string Changed(string name, Func<byte[], byte[]> change)
    {
        var path = Path.Combine(program.Folder, name);
        File.WriteAllBytes(path, change(File.ReadAllBytes(Path.Combine(program.Folder, "b"))));
        return path;
    }

    private string Elsewhere => Path.Combine(program.Folder, "elsewhere");

    /// <summary>The illustration refers to it.</summary>
    private async Task LoadAsync(params string[] more)
    {
        foreach (var example in more.Prepend("nl-2007"))
        {
            (await program.RunAsync("load", Path.Combine(WeerbaarProcess.Examples, example), "--data", program.Data)).Code.ShouldBe(0);
        }
    }

    private string Passphrase(string text)
    {
        var path = Path.Combine(program.Folder, $"passphrase-{text.Length}");
        File.WriteAllText(path, text + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }
}
