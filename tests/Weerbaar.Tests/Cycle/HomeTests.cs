using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Cycle;
using Weerbaar.Tests.Measures;
using static Weerbaar.Tests.Cycle.ProductRequests;

namespace Weerbaar.Tests.Cycle;

public sealed class HomeTests
{
    [Theory, OnEveryDatabase]
    public async Task An_empty_database_says_what_to_do_first(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);

        var home = await HomeAsync(coordinator);

        home.QuerySelector("a[href='/threats/new']").ShouldNotBeNull();
        home.Body!.TextContent.ShouldContain("./weerbaar load examples/nl-2012");
    }

    [Theory, OnEveryDatabase]
    public async Task A_coordinator_finds_late_and_due_products_first_date_first_and_no_others(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.PlanAsync(Day(30), "Binnenkort");
        await coordinator.PlanAsync(Day(-5), "Te laat");
        await coordinator.PlanAsync(Day(90), "Later");
        await coordinator.PlanAsync(title: "Zonder dag");

        var home = await HomeAsync(coordinator);

        Tasks(home).ShouldBe(["Te laat", "Binnenkort"]);
        home.QuerySelector(".w-bar .w-count")!.TextContent.ShouldBe("3", "these two, and how to come back");
    }

    [Fact]
    public void Of_a_cycle_are_its_own_tasks_and_those_about_no_object()
    {
        HomeTask Of(string href) => new(Text.Empty, href, null, "");
        var all = new TaskList([Of("/account"), Of("/measures/nl-2012.m1"), Of("/measures/a1b2")], [Of("/products/nl-2007.p1")]);

        all.OfCycle("nl-2012").Now.Select(t => t.Href).ShouldBe(["/account", "/measures/nl-2012.m1"]);
        all.OfCycle("nl-2012").Old.ShouldBeEmpty();
        all.OfCycle("none").Now.Select(t => t.Href).ShouldBe(["/account", "/measures/a1b2"]);
        all.OfCycle(null).Now.Count.ShouldBe(3);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_more_than_a_year_late_does_not_nag_but_can_be_shown(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.PlanAsync(Day(-500), "Vorige cyclus");
        await coordinator.PlanAsync(Day(-5), "Te laat");

        var home = await HomeAsync(coordinator);
        var all = await HomeAsync(coordinator, "/?tasks=all");

        Tasks(home).ShouldBe(["Te laat"]);
        home.QuerySelector(".w-bar .w-count")!.TextContent.ShouldBe("2", "this one, and how to come back");
        home.QuerySelector("section[aria-labelledby=tasks]")!.TextContent.ShouldContain("Uit een eerdere cyclus staat nog 1 taak open");
        home.QuerySelectorAll("svg a.d-product > g").Select(a => a.GetAttribute("aria-label")!).ShouldAllBe(l => l.StartsWith("Te laat"));
        Tasks(all).ShouldBe(["Te laat", "Vorige cyclus"]);
    }

    [Theory, OnEveryDatabase]
    public async Task Measures_that_are_late_or_due_wait_for_who_reports_until_they_are_done(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var reader = await site.SignInAsync(Role.Reader);
        var late = await coordinator.AddMeasureAsync(MeasureRequests.Measure("Te laat", Day(-5)));
        await coordinator.AddMeasureAsync(MeasureRequests.Measure("Binnenkort", Day(10)));
        await coordinator.AddMeasureAsync(MeasureRequests.Measure("Later", Day(90)));

        Tasks(await HomeAsync(coordinator)).ShouldBe(["Te laat", "Binnenkort"]);
        Tasks(await HomeAsync(reader)).ShouldBeEmpty();
        await coordinator.PostJsonAsync($"/measures/{late}/progress", MeasureRequests.Report("Done", Day(-1)), version: 1);

        Tasks(await HomeAsync(coordinator)).ShouldBe(["Binnenkort"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_decision_whose_assessment_changed_waits_for_who_decides(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var decided = await Decisions.Cycle.StartAsync(await site.SignInAsync(Role.Coordinator));
        var analyst = await site.SignInAsync(Role.Analyst);
        await decided.DecideAsync();
        Tasks(await HomeAsync(decided.Client)).ShouldNotContain("Overgenomen");

        await decided.JudgeAsync("overall", "D", version: 2);

        Tasks(await HomeAsync(decided.Client)).ShouldContain("Overgenomen");
        Tasks(await HomeAsync(analyst)).ShouldNotContain("Overgenomen");
    }

    [Theory, OnEveryDatabase]
    public async Task A_task_goes_when_its_object_is_marked_above_the_reader(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var analyst = await site.SignInAsync(Role.Analyst, Marking.Internal);
        var measure = await coordinator.AddMeasureAsync(MeasureRequests.Measure("Te laat", Day(-5)));
        Tasks(await HomeAsync(analyst)).ShouldBe(["Te laat"]);

        (await coordinator.SendJsonAsync(HttpMethod.Put, $"/objects/{measure}/marking", new { marking = "DepartmentalConfidential", reason = "Bronnen" }, 1)).EnsureSuccessStatusCode();

        Tasks(await HomeAsync(analyst)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Who_does_not_plan_the_cycle_is_not_asked_for_its_products(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var analyst = await site.SignInAsync(Role.Analyst);
        await coordinator.PlanAsync(Day(-5), "Te laat");

        Tasks(await HomeAsync(analyst)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task The_ring_and_its_table_show_the_products_that_have_a_day(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.PlanAsync(Day(90), "Scan met dag");
        await coordinator.PlanAsync(title: "Scan zonder dag");

        var home = await HomeAsync(coordinator);

        home.QuerySelectorAll("svg a.d-product > g").Select(a => a.GetAttribute("aria-label")!).ShouldAllBe(l => l.StartsWith("Scan met dag"));
        home.QuerySelector("section[aria-labelledby=ring] table")!.TextContent.ShouldContain("Scan met dag");
    }

    [Theory, OnEveryDatabase]
    public async Task What_changed_lately_is_told_of_what_the_reader_may_see(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var reader = await site.SignInAsync(Role.Reader);
        await coordinator.PlanAsync(title: "Open scan", marking: "Public");
        await coordinator.PlanAsync(title: "Dichte scan", marking: "DepartmentalConfidential");

        var changes = (await HomeAsync(reader)).QuerySelector(".w-timeline")!;

        changes.TextContent.ShouldContain("Product gepland");
        changes.TextContent.ShouldContain("Open scan");
        changes.TextContent.ShouldNotContain("Dichte scan");
    }

    [Theory, OnEveryDatabase]
    public async Task An_open_round_waits_for_who_judges_by_the_day_its_assessment_is_due(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        var analyst = await site.SignInAsync(Role.Analyst);
        var reader = await site.SignInAsync(Role.Reader);
        var round = await coordinator.PostJsonAsync("/rounds", new { title = new { nl = "Ronde 2031", en = "Round 2031" }, editionId = "nl-2022" });
        await coordinator.PostJsonAsync("/products", new
        {
            productKind = "RiskAssessment",
            title = new { nl = "Risicobeoordeling", en = "Risk assessment" },
            due = "2031-06-15",
            restsOn = new[] { round.Text("id") },
        });

        var home = await HomeAsync(analyst);

        Tasks(home).ShouldBe(["Ronde 2031"]);
        home.QuerySelector("section[aria-labelledby=tasks] time")!.GetAttribute("datetime").ShouldBe("2031-06-15");
        home.QuerySelector(".w-where")!.TextContent.ShouldContain("Ronde 2031");
        Tasks(await HomeAsync(reader)).ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_with_something_invented_says_so(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var coordinator = await site.SignInAsync(Role.Coordinator);
        await coordinator.PlanAsync();
        (await coordinator.GetStringAsync("/products")).ShouldNotContain("verzonnen");
        await site.AsConsoleAsync(async (db, _) =>
        {
            var product = new Product("made-up", new ProductDescription { ProductKind = ProductKind.Planning, Title = new Text("Plan", "Plan") });
            product.ComesFrom(Citation.None, invented: true);
            db.Add(product);
            await db.SaveAsync(new Change("test"), CancellationToken.None);
            return 0;
        });

        (await coordinator.GetStringAsync("/products")).ShouldContain("verzonnen");
        (await coordinator.GetStringAsync("/")).ShouldContain("verzonnen");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_has_not_signed_in_may_read_about_accessibility_and_sees_no_cycle(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var visitor = site.Visitor();

        (await visitor.GetStringAsync("/accessibility")).ShouldContain("WCAG-EM");
        (await visitor.GetAsync("/")).RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/sign-in");
    }

    /// <summary>What the cycle asks; everybody here came by a link, so everybody is asked how to come back besides.</summary>
    private static IEnumerable<string> Tasks(IDocument home) =>
        home.QuerySelectorAll("section[aria-labelledby=tasks] tbody th a:not([href='/account'])").Select(a => a.TextContent);

    private static async Task<IDocument> HomeAsync(HttpClient client, string path = "/") => new HtmlParser().ParseDocument(await client.GetStringAsync(path));
}
