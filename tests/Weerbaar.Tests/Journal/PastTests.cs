using System.Net;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Assessment;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.Tests.Journal;

/// <summary>As it was on a day: built from what is now and the journal of since, with the markings of today.</summary>
public sealed class PastTests
{
    /// <summary>The law: whatever was changed in whatever order, each moment comes back as it was.</summary>
    [Theory, OnEveryDatabase]
    public async Task After_any_changes_each_moment_comes_back_as_it_was(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var random = new Random(20260301);
        List<(long Seq, string Rows)> then = [];
        for (var step = 0; step < 40; step++)
        {
            await ChangeAsync(site, random);
            then.Add(await site.AsConsoleAsync(async (db, _) => (await JournalChain.LastSeqAsync(db, CancellationToken.None), await RowsAsync(db, long.MaxValue))));
        }

        foreach (var (seq, rows) in then)
        {
            (await site.AsConsoleAsync((db, _) => RowsAsync(db, seq))).ShouldBe(rows, $"after entry {seq}");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_a_route_and_an_export_answer_as_it_was_then(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var then = await RetitledAsync(site, clock, "Zoals eerst", "Zoals nu");
        await TitleAsync(site, "later", "Later erbij");

        (await analyst.GetStringAsync(Past.Address("/threats/t", then))).ShouldContain("Zoals eerst");
        (await analyst.GetStringAsync("/threats/t")).ShouldContain("Zoals nu");
        var list = await analyst.GetStringAsync(Past.Address("/threats", then));
        list.ShouldContain("Zoals eerst");
        list.ShouldNotContain("Later erbij");
        list.ShouldContain(new Texts()["journal.past.back"]);
        (await analyst.GetJsonAsync(Past.Address("/threats/t", then))).GetProperty("title").Text("nl").ShouldBe("Zoals eerst");
        (await analyst.GetAsync(Past.Address("/api/v1/threats/later", then))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await analyst.GetJsonAsync(Past.Address("/tables/threats", then) + "&recipient=BZK")).GetProperty("total").GetInt32().ShouldBe(1);
        (await TrailTests.EntriesAsync(site, "tables.export")).ShouldHaveSingleItem().Reason.ShouldContain("@ ");
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_reads_then_what_is_not_theirs_to_read_now(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Internal);
        await TitleAsync(site, "t", "Ooit intern");
        var then = clock.GetUtcNow();
        (await reader.GetAsync("/api/v1/threats/t")).StatusCode.ShouldBe(HttpStatusCode.OK);
        clock.Move(TimeSpan.FromHours(1));
        await site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<Threat>("t", CancellationToken.None)).Mark(Marking.DepartmentalConfidential);
            await db.SaveAsync(new Change("objects.mark"), CancellationToken.None);
            return true;
        });

        (await reader.GetAsync(Past.Address("/api/v1/threats/t", then))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetStringAsync(Past.Address("/threats", then))).ShouldNotContain("Ooit intern");
    }

    [Theory, OnEveryDatabase]
    public async Task The_past_can_not_be_changed_and_what_is_no_day_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await TitleAsync(site, "t", "Titel");

        (await analyst.GetAsync("/api/v1/threats?on=yesterday")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await analyst.GetAsync("/threats?on=yesterday")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var form = await analyst.GetStringAsync("/threats/t/edit");
        (await analyst.PostAsync("/threats/t/edit?on=2020-01-01", TestSite.Form(form))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await analyst.GetAsync("/threats/t?on=2020-01-01")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task What_did_not_exist_yet_says_since_when_it_does_to_who_may_see_it_and_is_not_there_to_others(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        await TitleAsync(site, "t", "Intern");
        await TrailTests.ThreatAsync(site, "hidden", Marking.DepartmentalConfidential);
        var first = DateOnly.FromDateTime(clock.GetUtcNow().LocalDateTime);
        clock.Move(TimeSpan.FromDays(3));
        using var coordinator = await site.SignInAsync(Role.Coordinator, Marking.Internal);

        var page = await NotThereAsync(coordinator, "/threats/t?on=2020-01-01");
        page.MainText().ShouldContain("bestond dit nog niet");
        page.MainText().ShouldContain("Op 1 jan 2020");
        page.QuerySelector("main a[href*='/emergency/open']").ShouldBeNull();
        var link = page.QuerySelector("main a[href*='on=']")!.GetAttribute("href")!;
        link.ShouldBe($"/threats/t?on={first:yyyy-MM-dd}");
        (await coordinator.PageAsync(link)).MainText().ShouldContain("Intern");
        page.QuerySelector("main a[href='/threats/t']").ShouldNotBeNull();

        var hidden = await NotThereAsync(coordinator, "/threats/hidden?on=2020-01-01");
        var nothing = await NotThereAsync(coordinator, "/threats/nothng?on=2020-01-01");
        hidden.QuerySelector("main a[href*='/emergency/open']").ShouldNotBeNull();
        Words(hidden).ShouldBe(Words(nothing).Replace("nothng", "hidden", StringComparison.Ordinal));

        static string Words(AngleSharp.Html.Dom.IHtmlDocument page) => System.Text.RegularExpressions.Regex.Replace(page.QuerySelector("main")!.InnerHtml, "[0-9a-f]{20}", "");
    }

    [Theory, OnEveryDatabase]
    public async Task Searching_in_the_past_finds_what_was_there_then_and_stays_there(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var then = await RetitledAsync(site, clock, "Zoals eerst", "Nu anders");

        var page = await analyst.PageAsync(Past.Address("/search", then) + "&q=eerst");
        using var palette = new HttpRequestMessage(HttpMethod.Get, Past.Address("/search", then) + "&q=eerst") { Headers = { Accept = { new("application/json") } } };
        var hits = await (await analyst.SendAsync(palette)).Content.ReadAsStringAsync();

        page.QuerySelector("main a[href^='/threats/t']")!.GetAttribute("href").ShouldBe(Past.Address("/threats/t", then));
        page.QuerySelector("aside.w-then").ShouldNotBeNull();
        hits.ShouldContain(Past.Address("/threats/t", then));
        (await analyst.PageAsync(Past.Address("/search", then) + "&q=anders")).QuerySelector("main a[href^='/threats/t']").ShouldBeNull();
        (await analyst.PageAsync("/search?q=anders")).QuerySelector("main a[href='/threats/t']").ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task Who_looks_at_the_past_stays_there_until_going_back(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, scenarios) = await coordinator.OpenRoundAsync("Overstroming");
        await coordinator.JudgeAllAsync(round, scenarios[0], "C");
        var then = Past.Address("", clock.GetUtcNow());
        clock.Move(TimeSpan.FromMinutes(1));

        var page = await coordinator.PageAsync($"/rounds/{round}{then}&value=linear");
        var links = page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!).ToList();

        foreach (var kept in new[] { $"/scenarios/{scenarios[0]}", $"/rounds/{round}/judgements", $"/rounds/{round}/diagram.svg?value=linear", $"/rounds/{round}/diagram.png?value=linear", $"/thread/{round}", "/threats" })
        {
            links.ShouldContain(kept + (kept.Contains('?') ? $"&{then[1..]}" : then));
        }

        links.ShouldContain($"/history/{round}");
        links.ShouldContain($"/rounds/{round}?value=linear", "The way back to now.");
        links.ShouldNotContain(l => l.Contains("/new") || l.Contains("/establish") || l.Contains("/marking/"), "Nothing can be changed then.");
        page.QuerySelectorAll("form[method=get]").ShouldAllBe(f => f.QuerySelectorAll("[name=on]").Length == 1);
        (await coordinator.PageAsync($"/rounds/{round}")).QuerySelectorAll("a[href*='on=']").ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_late_is_judged_by_the_day_that_is_looked_at(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        var before = Past.Address("", clock.GetUtcNow().AddDays(2));
        var due = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(20);
        string product;
        using (var coordinator = await site.SignInAsync(Role.Coordinator))
        {
            product = (await coordinator.PostJsonAsync("/products", new { productKind = "HorizonScan", title = new { nl = "Scan", en = "" }, due, marking = "Public" })).Text("id");
        }

        clock.Move(TimeSpan.FromDays(40));
        using var reader = await site.SignInAsync(Role.Reader);

        (await reader.GetJsonAsync($"/products/{product}")).Text("state").ShouldBe("Late");
        (await reader.GetJsonAsync($"/products/{product}{before}")).Text("state").ShouldBe("Due");
        (await reader.PageAsync($"/products{before}")).MainText().ShouldContain("binnenkort");
    }

    [Theory, OnEveryDatabase]
    public async Task The_past_stays_open_when_what_the_journal_says_of_exports_is_removed(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        string round;
        using (var coordinator = await site.SignInAsync(Role.Coordinator))
        {
            (round, _) = await coordinator.OpenRoundAsync("Overstroming");
            clock.Move(TimeSpan.FromMinutes(1));
            (await coordinator.GetAsync($"/rounds/{round}/diagram.svg")).EnsureSuccessStatusCode();
        }

        var then = Past.Address($"/rounds/{round}", clock.GetUtcNow().AddSeconds(-30));
        clock.Move(TimeSpan.FromDays(40));
        var rules = RetentionRules.Read("rules", """{ "assessment.export": 30 }""");
        (await site.AsConsoleAsync((db, _) => JournalRetention.ApplyAsync(db, rules, clock.GetUtcNow(), CancellationToken.None))).ShouldBe(1);
        using var reader = await site.SignInAsync(Role.Reader);

        (await reader.PageAsync(then)).MainText().ShouldContain("Overstroming");
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> NotThereAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A threat had one title and an hour later another: the moment of the first.</summary>
    private static async Task<DateTimeOffset> RetitledAsync(TestSite site, MovableClock clock, string first, string now)
    {
        await TitleAsync(site, "t", first);
        var then = clock.GetUtcNow();
        clock.Move(TimeSpan.FromHours(1));
        await TitleAsync(site, "t", now);
        return then;
    }

    private static Task<bool> TitleAsync(TestSite site, string id, string title) => site.AsConsoleAsync(async (db, _) =>
    {
        var threat = await db.Set<Threat>().FirstOrDefaultAsync(t => t.Id == id);
        if (threat is null)
        {
            db.Add(new Threat(id, ThreatKind.Threat, new Text(title, title), Text.Empty, []));
        }
        else
        {
            threat.Describe(threat.ThreatKind, new Text(title, title), threat.Summary, threat.IncidentCategories);
        }

        await db.SaveAsync(new Change("threats.edit"), CancellationToken.None);
        return true;
    });

    /// <summary>Adds, edits or removes one of a few threats.</summary>
    private static Task<bool> ChangeAsync(TestSite site, Random random) => site.AsConsoleAsync(async (db, _) =>
    {
        var id = $"t{random.Next(5)}";
        var threat = await db.Set<Threat>().FirstOrDefaultAsync(t => t.Id == id);
        var words = new Text($"Titel {random.Next(100)}", $"Title \"{random.Next(100)}\"");
        if (threat is null)
        {
            db.Add(new Threat(id, ThreatKind.Threat, words, new Text("één\ntwee", ""), []));
        }
        else if (random.Next(5) == 0)
        {
            db.Remove(threat);
        }
        else
        {
            threat.Describe(random.Next(2) == 0 ? ThreatKind.Threat : ThreatKind.Theme, words, new Text($"{random.Next(10)}", "x"), [new Text($"c{random.Next(9)}", "c")]);
            threat.LinkTo([.. new[] { $"t{random.Next(5)}" }.Except([id])]);
        }

        await db.SaveAsync(new Change("threats.edit"), CancellationToken.None);
        return true;
    });

    private static async Task<string> RowsAsync(WeerbaarDb db, long seq) =>
        string.Join('\n', await PastDatabase.LinesAsync(Math.Min(seq, await JournalChain.LastSeqAsync(db, CancellationToken.None)), db, CancellationToken.None));
}
