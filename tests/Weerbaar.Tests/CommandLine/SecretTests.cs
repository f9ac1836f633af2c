using Weerbaar.Platform.Health;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.CommandLine;

/// <summary>Secrets that others on the machine could read.</summary>
public sealed class SecretTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("weerbaar-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("postgres:Host=db;Username=weerbaar;Password=hush", true)]
    [InlineData("postgres:password=hush;Host=db", true)]
    [InlineData("postgres:Host=db;Pwd = hush", true)]
    [InlineData("postgres:Host=db;SSL Password=hush", true)]
    [InlineData("postgres:Host=db;Username=weerbaar;Passfile=/etc/weerbaar/pgpass", false)]
    [InlineData("postgres:Host=db;Password=", false)]
    [InlineData("postgres:Host=db;Application Name='Password=x'", false)]
    [InlineData("sqlite:/var/lib/weerbaar/Password=x.sqlite", false)]
    public void A_password_in_the_address_of_a_database_is_recognised(string database, bool found) => Database.HoldsPassword(database).ShouldBe(found);

    [Fact]
    public async Task A_password_on_the_command_line_is_refused_and_one_in_the_environment_is_not()
    {
        const string address = "postgres:Host=127.0.0.1;Port=1;Username=x;Password=hush";
        using var program = new WeerbaarProcess();

        (await program.RunAsync("serve", "--data", program.Data, "--database", address)).ShouldBeRefused("--database holds a password");
        (await program.RunAsync("move", "--data", program.Data, "--to", address)).ShouldBeRefused("--to holds a password");
        var served = await WeerbaarProcess.EndAsync(program.Start(new Dictionary<string, string> { ["WEERBAAR_DATABASE"] = address }, "journal", "verify", "--data", program.Data));
        served.ShouldBeRefused("can't be reached");
        served.Error.ShouldNotContain("hush");
    }

    [Fact]
    public async Task A_passphrase_or_a_key_that_others_may_read_is_refused_and_a_link_to_a_closed_one_is_not()
    {
        using var program = new WeerbaarProcess();
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var (open, closed, link) = (Path.Combine(folder, "open"), Path.Combine(folder, "closed"), Path.Combine(folder, "link"));
        await File.WriteAllTextAsync(open, new string('k', 40));
        await File.WriteAllTextAsync(closed, new string('k', 40));
        File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(link, closed);

        (await BackupAsync("--passphrase-file", open)).ShouldBeRefused("Everybody on this machine may use the file");
        (await BackupAsync("--key-file", open)).ShouldBeRefused("Everybody on this machine may use the file");
        (await BackupAsync("--key-file", link)).ShouldBeRefused("There is no database");

        Task<WeerbaarProcess.Ended> BackupAsync(string option, string file) => program.RunAsync("backup", "b", "--data", program.Data, option, file);
    }

    [Fact]
    public void A_database_that_everybody_may_read_is_found()
    {
        var file = Path.Combine(folder, "weerbaar.sqlite");
        File.WriteAllText(file, "");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        Look(file).ShouldBe(Verdict.Good, "the folder is closed");
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        Look(file).ShouldBe(Verdict.Bad);
    }

    private Verdict Look(string file) => ExamineSecrets.Look(Database.Sqlite(file), folder).Verdict;
}
