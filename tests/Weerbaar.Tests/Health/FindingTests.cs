using Microsoft.Extensions.Configuration;
using Weerbaar.Platform;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Backup;
using Weerbaar.Platform.Health;
using Weerbaar.Platform.Jobs;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Printing;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Journal;

namespace Weerbaar.Tests.Health;

/// <summary>Each thing that the doctor looks at, when it is wrong.</summary>
public sealed class FindingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("weerbaar-test-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(50L << 20, Verdict.Bad)]
    [InlineData(500L << 20, Verdict.Note)]
    [InlineData(5L << 30, Verdict.Good)]
    public void A_disk_that_fills_up_is_told_in_time(long free, Verdict verdict) => ExamineMachine.Room(free).Verdict.ShouldBe(verdict);

    [Fact]
    public void A_data_folder_that_can_not_be_written_is_told()
    {
        var file = Write("file", "");

        ExamineMachine.Folder(folder).Verdict.ShouldBe(Verdict.Good);
        ExamineMachine.Folder(Path.Combine(folder, "none")).Verdict.ShouldBe(Verdict.Note);
        ExamineMachine.Folder(file).Verdict.ShouldBe(Verdict.Bad);
    }

    [Theory]
    [InlineData("false", Verdict.Bad)]
    [InlineData("no-such-browser", Verdict.Note)]
    public async Task A_browser_that_can_not_print_is_told(string program, Verdict verdict)
    {
        using var browser = new Chromium(new ChromiumOptions { Path = program });

        var told = await ExamineMachine.BrowserAsync(browser, CancellationToken.None);

        told.Verdict.ShouldBe(verdict, told.Found);
        told.Advice.ShouldNotBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_clock_that_is_wrong_is_told(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        await TrailTests.ThreatAsync(site, "a", Marking.Internal);
        (await ClockAsync(site)).Verdict.ShouldBe(Verdict.Good);

        clock.Move(TimeSpan.FromHours(-1));

        var told = await ClockAsync(site);
        told.Verdict.ShouldBe(Verdict.Bad);
        told.Advice.ShouldContain("Set the clocks right");
    }

    [Theory, OnEveryDatabase]
    public async Task A_job_that_fails_is_told(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await site.AsConsoleAsync(async (db, _) =>
        {
            db.Add(new JobState("backup")).Entity.Note(new(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, Succeeded: false, "The disk is full.", "node:1", TakenOver: false));
            await db.SaveAsync(new Change("jobs.run"), CancellationToken.None);
            return true;
        });

        var told = await site.AsConsoleAsync((_, services) => ExamineJobs.Now(services, CancellationToken.None));

        told.ShouldHaveSingleItem().ShouldBe(Finding.Bad("job backup", "failed 1 times, last: The disk is full.", "Take the cause away, and let it run again from the page Jobs."));
    }

    [Theory]
    [InlineData(null, Verdict.Note, "no rules")]
    [InlineData("""{ "read.": 365 }""", Verdict.Good, "1 rules")]
    [InlineData("""{ "read.": 3 }""", Verdict.Bad, "keeps less than 30 days")]
    [InlineData("nothing", Verdict.Bad, "is not of the form")]
    public void Rules_of_the_journal_that_can_not_be_read_are_told(string? rules, Verdict verdict, string says)
    {
        if (rules is not null)
        {
            Write(RetentionRules.FileName, rules);
        }

        var told = ExamineJournal.Retention(folder);

        (told.Verdict, told.Found).ShouldSatisfyAllConditions(t => t.Verdict.ShouldBe(verdict), t => t.Found.ShouldContain(says));
    }

    [Fact]
    public void A_key_of_the_journal_that_is_not_there_is_told_and_none_is_made()
    {
        using var key = new CheckpointKey(Settings());

        ExamineJournal.Key(key).Verdict.ShouldBe(Verdict.Note);
        Directory.GetFiles(folder).ShouldBeEmpty();
        using var named = new CheckpointKey(Settings() with { JournalKeyFile = Path.Combine(folder, "lost.pem") });
        ExamineJournal.Key(named).Verdict.ShouldBe(Verdict.Bad);
    }

    [Theory]
    [InlineData(UnixFileMode.UserRead, "no key of the journal")]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.OtherRead, "chmod 600")]
    public void A_key_of_the_journal_that_can_not_be_used_is_told(UnixFileMode mode, string says)
    {
        Mode(Write("journal-key.pem", "no key"), mode);
        using var key = new CheckpointKey(Settings());

        var told = ExamineJournal.Key(key);

        told.Verdict.ShouldBe(Verdict.Bad);
        told.Found.ShouldContain(says);
    }

    [Theory]
    [InlineData("", "", "", "", Verdict.Note, "none is made by itself")]
    [InlineData("here", "passphrase", "", "", Verdict.Good, "14 are kept")]
    [InlineData("none", "passphrase", "", "", Verdict.Bad, "There is no folder")]
    [InlineData("here", "", "", "", Verdict.Bad, "Say with what the backup is sealed")]
    [InlineData("here", "lost", "", "", Verdict.Bad, "There is no file")]
    [InlineData("here", "open", "", "", Verdict.Bad, "Everybody on this machine may use the file")]
    [InlineData("here", "passphrase", "0", "", Verdict.Bad, "is no number of backups")]
    [InlineData("here", "passphrase", "", "nightly", Verdict.Bad, "says no times")]
    public void A_backup_that_will_not_be_made_is_told(string into, string passphrase, string keep, string at, Verdict verdict, string says)
    {
        Directory.CreateDirectory(Path.Combine(folder, "here"));
        Mode(Write("passphrase", "een lange zin voor de kluis\n"), UnixFileMode.UserRead);
        Write("open", "een lange zin voor de kluis\n");
        var settings = new Dictionary<string, string?> { ["Into"] = InFolder(into), ["PassphraseFile"] = InFolder(passphrase), ["Keep"] = OrNull(keep), ["At"] = OrNull(at) };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create($"Weerbaar:Backup:{s.Key}", s.Value))).Build();

        var told = ExamineBackup.Look(configuration.GetSection("Weerbaar:Backup"));

        told.Verdict.ShouldBe(verdict, told.Found);
        told.Found.ShouldContain(says);
    }

    private static async Task<Finding> ClockAsync(TestSite site) =>
        (await site.AsConsoleAsync((_, services) => ExamineDatabase.Now(services, CancellationToken.None))).Single(f => f.What == "clock");

    private ServerSettings Settings() => new() { Database = Database.Sqlite(Path.Combine(folder, "weerbaar.sqlite")), DataFolder = folder, JournalKeyFile = null };

    private string? InFolder(string name) => name.Length == 0 ? null : Path.Combine(folder, name);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        Mode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        return path;
    }

    private static void Mode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }
}
