using Weerbaar.Platform.Health;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.CommandLine;

/// <summary>Secrets that others on the machine could read.</summary>
public sealed class SecretTests : IDisposable
{
    private static readonly Database postgres = Database.Parse("postgres:Host=localhost;Database=weerbaar");

    private readonly string folder = Directory.CreateTempSubdirectory("weerbaar-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("postgres:Host=db;Username=weerbaar;Password=hush", true)]
    [InlineData("postgres:password=hush;Host=db", true)]
    [InlineData("postgres:Host=db;Pwd = hush", true)]
    [InlineData("postgres:Host=db;Username=weerbaar;Passfile=/etc/weerbaar/pgpass", false)]
    [InlineData("postgres:Host=db;Password=", false)]
    [InlineData("sqlite:/var/lib/weerbaar/weerbaar.sqlite", false)]
    public void A_password_on_the_command_line_is_found(string database, bool found) =>
        ExamineSecrets.Look(postgres, folder, ["weerbaar", "doctor", "--database", database]).Any(f => f.Verdict == Verdict.Bad).ShouldBe(found);

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

    private Verdict Look(string file) => ExamineSecrets.Look(Database.Sqlite(file), folder, ["weerbaar", "doctor"]).Single().Verdict;
}
