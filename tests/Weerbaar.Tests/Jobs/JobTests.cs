using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Jobs;

namespace Weerbaar.Tests.Jobs;

public sealed class JobTests
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    [Theory, OnEveryDatabase]
    public async Task RunJob_does_a_job_now_and_ListJobs_says_how_it_went(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, doesJobs: true);
        using var administrator = await site.SignInAsync(Role.Administrator);

        using var answer = await administrator.SendJsonAsync(HttpMethod.Post, "/job-runs", new { job = "check-journal" });

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var job = await UntilRanAsync(administrator, "check-journal");
        job.GetProperty("succeeded").GetBoolean().ShouldBeTrue(job.Text("said"));
        job.GetProperty("failures").GetInt32().ShouldBe(0);
        job.GetProperty("next").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UtcNow);
        (await administrator.GetJsonAsync("/journal?verb=jobs.run")).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task The_page_of_jobs_lets_one_run_and_says_how_it_went(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, doesJobs: true);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var page = await administrator.GetStringAsync("/jobs");

        using var answer = await administrator.PostAsync("/jobs", TestSite.Form(page, ("job", "tidy-accounts")));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        await UntilRanAsync(administrator, "tidy-accounts");

        (await administrator.PageAsync("/jobs")).MainText().ShouldContain("Gelukt");
    }

    [Theory, OnEveryDatabase]
    public async Task Only_an_administrator_sees_jobs_or_runs_one(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, doesJobs: true);
        using var coordinator = await site.SignInAsync(Role.Coordinator);

        (await coordinator.GetAsync("/jobs")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await coordinator.SendJsonAsync(HttpMethod.Post, "/job-runs", new { job = "check-journal" })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_job_that_is_not_there_is_refused_with_those_that_are(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind, doesJobs: true);
        using var administrator = await site.SignInAsync(Role.Administrator);

        using var answer = await administrator.SendJsonAsync(HttpMethod.Post, "/job-runs", new { job = "nothing" });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("check-journal, journal-retention, tidy-accounts");
    }

    [Theory, OnEveryDatabase]
    public async Task Sessions_and_links_that_ended_a_month_ago_are_removed_and_others_stay(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var gone = await site.SignInAsync(Role.Reader);
        await site.InviteAsync(Role.Reader);
        clock.Move(TimeSpan.FromDays(45));
        using var here = await site.SignInAsync(Role.Reader);

        var removed = await site.AsConsoleAsync((db, services) => services.GetServices<ScheduledJob>().Single(j => j.Name == "tidy-accounts").RunAsync(db, services, CancellationToken.None));

        removed.ShouldBe("3");
        (await here.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await site.AsConsoleAsync((db, _) => db.Set<Session>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public void A_job_is_overdue_when_its_time_went_by_since_it_last_ran()
    {
        var job = new ScheduledJob("x", "0 0 2 * * ?", (_, _, _) => Task.FromResult(""));
        var noon = new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeZoneInfo.Local.GetUtcOffset(new DateTime(2026, 1, 2)));
        var state = new JobState("x");
        state.Note(new(noon, noon, true, "", "", false));

        job.IsOverdue(null, noon).ShouldBeFalse("What never ran has no time it missed.");
        job.IsOverdue(state, noon.AddHours(10)).ShouldBeFalse();
        job.IsOverdue(state, noon.AddHours(15)).ShouldBeTrue();
    }

    [Fact]
    public void Times_that_can_not_be_read_are_refused_with_an_example() =>
        Should.Throw<BadUse>(() => ScheduledJob.CheckedTimes("every night", "Weerbaar__Backup__At")).Message.ShouldContain("0 0 2 * * ?");

    private static async Task<JsonElement> UntilRanAsync(HttpClient administrator, string name)
    {
        using var late = new CancellationTokenSource(patience);
        while (true)
        {
            var job = (await administrator.GetJsonAsync("/jobs")).GetProperty("items").EnumerateArray().Single(j => j.Text("name") == name);
            if (job.GetProperty("lastEnd").ValueKind != JsonValueKind.Null)
            {
                return job;
            }

            await Task.Delay(50, late.Token);
        }
    }
}
