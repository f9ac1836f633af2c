using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Live;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Live;

public sealed class LostSignalTests
{
    [Theory, OnEveryDatabase]
    public async Task Nothing_is_skipped_or_told_twice_when_the_listening_connection_is_killed_again_and_again(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var browser = await LiveBrowser.OpenAsync(analyst);

        var made = new List<string>();
        for (var number = 0; number < 60; number++)
        {
            made.Add(await LiveTests.AddAsync(analyst));
            if (number % 6 == 0 && kind == DatabaseKind.Postgres)
            {
                await KillAsync(site);
            }
        }

        (await LiveTests.AllAsync(browser, made.Count)).ShouldBe(made);
    }

    [Fact]
    public async Task A_browser_that_does_not_keep_up_is_told_to_load_its_page_again_and_nobody_waits_for_it()
    {
        var connection = new LiveConnection(Actor.Console, "session");

        for (var number = 0; number <= LiveConnection.LongestRow; number++)
        {
            connection.IsTooSlow.ShouldBeFalse();
            connection.Send("x"u8.ToArray());
        }

        connection.IsTooSlow.ShouldBeTrue();
        var waiting = await connection.Row.ReadAllAsync().ToListAsync();
        waiting.Count.ShouldBe(LiveConnection.LongestRow);
    }

    [Theory, OnEveryDatabase]
    public async Task Whoever_is_far_behind_is_told_to_load_the_page_again(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var place = await LiveBrowser.PlaceOfAsync(analyst);
        using var another = await LiveBrowser.OpenAsync(analyst);
        await another.UntilAsync(await site.AsConsoleAsync((db, services) => AddManyAsync(db, services.GetRequiredService<Ids>())));

        using var browser = await LiveBrowser.OpenAsync(analyst, from: place);

        (await browser.NextAsync())![0].Verb.ShouldBe("reload");
    }

    /// <summary>More threats at once than anybody is told one by one; the id of the last.</summary>
    private static async Task<string> AddManyAsync(WeerbaarDb db, Ids ids)
    {
        var threats = Enumerable.Range(0, 1100).Select(_ => new Threat(ids.Next(), ThreatKind.Threat, new Text("Dreiging", ""), Text.Empty, [])).ToList();
        threats.ForEach(t => t.Mark(Marking.Internal));
        db.AddRange(threats);
        await db.SaveAsync(new Change("threats.add"), CancellationToken.None);
        return threats[^1].Id;
    }

    private static Task<int> KillAsync(TestSite site) => site.AsConsoleAsync(async (db, _) =>
        (await db.Database.SqlQuery<bool>(
            $"SELECT pg_terminate_backend(pid) AS \"Value\" FROM pg_stat_activity WHERE application_name = 'weerbaar-live' AND datname = current_database()").ToListAsync()).Count);
}
