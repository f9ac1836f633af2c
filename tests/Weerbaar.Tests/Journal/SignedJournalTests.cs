using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Health;
using Weerbaar.Platform.Jobs;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Journal;

/// <summary>The signatures of the journal are checked by whatever says that the journal holds.</summary>
public sealed class SignedJournalTests
{
    [Theory, OnEveryDatabase]
    public async Task A_signature_that_does_not_fit_is_found_by_the_job_of_every_night_and_by_the_doctor(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await TrailTests.ThreatAsync(site, "a", Marking.Internal);
        (await RunAsync(site)).ShouldBe((await site.AsConsoleAsync((db, _) => JournalChain.LastSeqAsync(db, CancellationToken.None))).ToString(System.Globalization.CultureInfo.InvariantCulture));

        await site.AsConsoleAsync((db, _) => db.Database.ExecuteSqlRawAsync("UPDATE journal_checkpoint SET signature = 'AAAA'"));

        (await Should.ThrowAsync<BadUse>(() => RunAsync(site))).Message.ShouldContain("its signature does not fit");
        var told = await site.AsConsoleAsync((db, services) => ExamineJournal.ChainAsync(db, services.GetRequiredService<CheckpointKey>(), CancellationToken.None));
        told.Verdict.ShouldBe(Verdict.Bad);
        told.Found.ShouldContain("its signature does not fit");
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_that_signs_beside_that_of_the_installation_is_flagged_and_one_from_before_is_told(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var first = Process(database, "one");
        await using var second = Process(database, "two");
        await SignAsync(first);
        await SignAsync(second);

        var (beside, before) = (await ToldAsync(first), await ToldAsync(second));

        beside.Verdict.ShouldBe(Verdict.Bad);
        beside.Advice.ShouldContain("WEERBAAR_JOURNAL_KEY");
        before.Verdict.ShouldBe(Verdict.Note);
        before.Found.ShouldContain("Not checked: signatures by");
    }

    [Theory, OnEveryDatabase]
    public async Task Processes_that_share_the_key_vouch_for_each_other(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateMigratedAsync(kind);
        await using var first = Process(database, "one");
        await SignAsync(first);
        await using var second = Process(database, "two", Path.Combine(database.Folder, "one", "journal-key.pem"));
        await SignAsync(second);

        (await ToldAsync(first)).Verdict.ShouldBe(Verdict.Good);
        (await ToldAsync(second)).Verdict.ShouldBe(Verdict.Good);
    }

    [Theory, OnEveryDatabase]
    public async Task Retention_without_rules_says_so(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        (await RunAsync(site, "journal-retention")).ShouldContain("No rules");
        await File.WriteAllTextAsync(Path.Combine(site.DataFolder, RetentionRules.FileName), """{ "read.": 365 }""");
        (await RunAsync(site, "journal-retention")).ShouldBe("0");
    }

    private static Task<string> RunAsync(TestSite site, string job = "check-journal") => site.AsConsoleAsync(
        (db, services) => services.GetServices<ScheduledJob>().Single(j => j.Name == job).RunAsync(db, services, CancellationToken.None));

    private static ServiceProvider Process(TestDatabase database, string folder, string? key = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        Server.Add(services, new ServerSettings { Database = database.Database, DataFolder = Path.Combine(database.Folder, folder), JournalKeyFile = key });
        return services.BuildServiceProvider();
    }

    private static Task SignAsync(ServiceProvider process) => AsAsync(process, async (db, key) =>
    {
        await KnownKeys.IntroduceAsync(db, key, CancellationToken.None);
        return await JournalCheckpoint.MakeAsync(db, CancellationToken.None);
    });

    private static Task<Finding> ToldAsync(ServiceProvider process) => AsAsync(process, (db, key) => ExamineJournal.ChainAsync(db, key, CancellationToken.None));

    private static async Task<T> AsAsync<T>(ServiceProvider process, Func<WeerbaarDb, CheckpointKey, Task<T>> work)
    {
        await using var scope = process.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        return await work(scope.ServiceProvider.GetRequiredService<WeerbaarDb>(), process.GetRequiredService<CheckpointKey>());
    }
}
