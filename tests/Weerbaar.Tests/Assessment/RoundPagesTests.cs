using System.Net;
using AngleSharp.Html.Dom;

namespace Weerbaar.Tests.Assessment;

public sealed class RoundPagesTests(SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory, OnEveryDatabase]
    public async Task A_judgement_changes_the_rank_and_the_diagram(DatabaseKind kind)
    {
        var (coordinator, round, scenarios) = await sites.OpenRoundAsync(kind, "Overstroming", "Griep");
        await coordinator.JudgeAllAsync(round, scenarios[0], "B");
        await coordinator.JudgeAllAsync(round, scenarios[1], "C");
        var before = await coordinator.PageAsync($"/rounds/{round}");
        Ranked(before).ShouldBe(["Griep", "Overstroming"]);

        await coordinator.JudgeAsync(round, scenarios[0], "2.1", "E", version: 1);

        var after = await coordinator.PageAsync($"/rounds/{round}");
        Ranked(after).ShouldBe(["Overstroming", "Griep"]);
        Drawn(after).ShouldNotBe(Drawn(before));
    }

    [Theory, OnEveryDatabase]
    public async Task Scenarios_that_are_equal_share_a_place_in_table_file_and_api(DatabaseKind kind)
    {
        var (coordinator, round, scenarios) = await sites.OpenRoundAsync(kind, "Overstroming", "Griep", "Hitte");
        await coordinator.JudgeAllAsync(round, scenarios[0], "B");
        await coordinator.JudgeAllAsync(round, scenarios[1], "B");
        await coordinator.JudgeAllAsync(round, scenarios[2], "A", likelihood: "C-high");

        var page = (await coordinator.PageAsync($"/rounds/{round}")).MainText();
        page.ShouldContain("De rangorde is naar totale impact");
        page.ShouldContain("1=");
        page.ShouldContain("C-hoog: ");
        var csv = await coordinator.GetStringAsync($"/rounds/{round}?format=csv");
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')[1]).ShouldBe(["Rang", "1=", "1=", "3"], csv);
        csv.ShouldContain("C-hoog");
        (await coordinator.GetJsonAsync($"/rounds/{round}")).GetProperty("scenarios").EnumerateArray()
            .Select(s => (s.GetProperty("rank").GetInt32(), s.GetProperty("sharesRank").GetBoolean())).ShouldBe([(1, true), (1, true), (3, false)]);
    }

    [Theory, OnEveryDatabase]
    public async Task Another_value_function_changes_the_diagram_and_says_so(DatabaseKind kind)
    {
        var (coordinator, round, scenarios) = await sites.OpenRoundAsync(kind, "Overstroming");
        await coordinator.JudgeAllAsync(round, scenarios[0], "B");

        var linear = await coordinator.PageAsync($"/rounds/{round}?value=linear&weights=equal-per-interest");

        linear.MainText().ShouldContain("gelijk per belang");
        linear.MainText().ShouldContain("U kijkt met een andere rekenwijze");
        linear.QuerySelector("a[href$='diagram.svg?weights=equal-per-interest&value=linear']").ShouldNotBeNull();
        (await coordinator.GetAsync($"/rounds/{round}?value=guess")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory, OnEveryDatabase]
    public async Task The_diagram_is_a_file_and_the_table_a_csv(DatabaseKind kind)
    {
        var (coordinator, round, scenarios) = await sites.OpenRoundAsync(kind, "Overstroming");
        await coordinator.JudgeAllAsync(round, scenarios[0], "B");

        var svg = await coordinator.GetAsync($"/rounds/{round}/diagram.svg");
        var csv = await coordinator.GetStringAsync($"/rounds/{round}?format=csv");

        svg.Content.Headers.ContentType!.MediaType.ShouldBe("image/svg+xml");
        (await svg.Content.ReadAsStringAsync()).ShouldStartWith("<svg");
        csv.ShouldContain("Overstroming");
        csv.ShouldContain("berekend");
    }

    [Theory, OnEveryDatabase]
    public async Task An_incomplete_round_says_what_is_missing_instead_of_being_established(DatabaseKind kind)
    {
        var (coordinator, round, scenarios) = await sites.OpenRoundAsync(kind, "Overstroming");
        var page = await coordinator.PageAsync($"/rounds/{round}/establish");

        page.MainText().ShouldContain("nog 10 criteria te beoordelen, waarschijnlijkheid nog te beoordelen");
        page.QuerySelector("main form").ShouldBeNull();
        page.QuerySelector($"a[href='/rounds/{round}/scenarios/{scenarios[0]}/criteria/1.1']").ShouldNotBeNull();
    }

    [Theory, OnEveryDatabase]
    public async Task An_established_round_refuses_judgements_until_it_is_reopened_with_a_reason(DatabaseKind kind)
    {
        var (coordinator, round, scenarios) = await sites.OpenRoundAsync(kind, "Overstroming");
        await coordinator.JudgeAllAsync(round, scenarios[0], "B");
        var place = $"/rounds/{round}/scenarios/{scenarios[0]}/criteria/2.1";
        var open = await coordinator.PageAsync(place);
        await coordinator.SubmitAsync($"/rounds/{round}/establish", await coordinator.PageAsync($"/rounds/{round}/establish"));

        var refused = await coordinator.SubmitAsync(place, open, ("Input.Best", "E"), ("Input.Upper", "E"), ("next", "grid"));
        var silent = await coordinator.SubmitAsync($"/rounds/{round}/reopen", await coordinator.PageAsync($"/rounds/{round}/reopen"));
        var reopened = await coordinator.SubmitAsync($"/rounds/{round}/reopen", silent, ("Input.Reason", "Nieuwe cijfers"));

        refused.MainText().ShouldContain("Deze ronde is vastgesteld");
        refused.Value("Input.Best").ShouldBe("E");
        silent.MainText().ShouldContain("Geef een reden");
        reopened.MainText().ShouldContain("De ronde is weer open.");
    }

    [Theory, OnEveryDatabase]
    public async Task The_comparison_counts_what_changed_and_puts_it_first(DatabaseKind kind)
    {
        var (coordinator, first, scenarios) = await sites.OpenRoundAsync(kind, "Overstroming", "Griep");
        var second = (await coordinator.PostJsonAsync("/rounds", new { title = new { nl = "Later", en = "Later" }, editionId = "nl-2009", scenarioIds = scenarios })).Text("id");
        await coordinator.JudgeAsync(first, scenarios[1], "2.1", "B");
        await coordinator.JudgeAsync(second, scenarios[1], "2.1", "D");

        var page = await coordinator.PageAsync($"/rounds/{second}/compare?with={first}");

        page.MainText().ShouldContain("Bij 1 van de 2 scenario's is iets veranderd. 1 oordeel is anders.");
        page.QuerySelector("main tbody tr")!.TextContent.ShouldContain("B → D");
        page.QuerySelector("main tbody tr")!.TextContent.ShouldContain("Griep");
    }

    [Theory, OnEveryDatabase]
    public async Task The_pages_are_in_dutch_and_in_english(DatabaseKind kind)
    {
        var (coordinator, round, _) = await sites.OpenRoundAsync(kind, "Overstroming");
        var dutch = await coordinator.PageAsync($"/rounds/{round}");

        await coordinator.PostAsync("/language", TestSite.Form(dutch.DocumentElement.OuterHtml, ("language", "en"), ("returnUrl", "/rounds")));

        dutch.MainText().ShouldContain("Risicodiagram");
        (await coordinator.PageAsync($"/rounds/{round}")).MainText().ShouldContain("Risk diagram");
        (await coordinator.PageAsync($"/rounds/{round}/judgements")).MainText().ShouldContain("All judgements of the round.");
        (await coordinator.PageAsync("/method-editions/nl-2009")).MainText().ShouldContain("Not compared with the source");
    }

    [Theory, OnEveryDatabase]
    public async Task Every_page_of_a_round_says_in_one_line_that_tables_were_not_compared_with_their_source(DatabaseKind kind)
    {
        var (coordinator, round, _) = await sites.OpenRoundAsync(kind, "Overstroming");

        foreach (var page in new[] { "", "/judgements", "/uncertainty", "/uncertainty/questions" })
        {
            var notices = (await coordinator.PageAsync($"/rounds/{round}{page}")).QuerySelector(".w-notices")!;
            notices.TextContent.ShouldMatch(@"Niet met de bron vergeleken: \d+ van de \d+ tabellen en regels\.");
            notices.QuerySelector("a[href^='/method-editions/']").ShouldNotBeNull(page);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_round_opened_on_the_form_has_the_scenarios_chosen_and_finding_loses_nothing(DatabaseKind kind)
    {
        var (coordinator, _, scenarios) = await sites.OpenRoundAsync(kind, "Overstroming", "Griep", "Storm");
        var page = await coordinator.PageAsync("/rounds/new");

        var found = await coordinator.SubmitAsync("/rounds/new", page,
            ("Input.Title.Nl", "Ronde 2027"), ("Input.EditionId", "nl-2009"), ("Input.ScenarioIds", scenarios[1]), ("Input.Find", "storm"), ("next", "find"));
        var round = await coordinator.SubmitAsync("/rounds/new", found, ("Input.ScenarioIds", scenarios[1]), ("Input.ScenarioIds", scenarios[2]));

        found.Value("Input.Title.Nl").ShouldBe("Ronde 2027");
        found.QuerySelectorAll("input[type=checkbox][name='Input.ScenarioIds']").Select(b => b.GetAttribute("value"))
            .ShouldBe([scenarios[1], scenarios[2]], ignoreOrder: true);
        round.QuerySelector("h1")!.TextContent.ShouldBe("Ronde 2027");
        round.QuerySelectorAll("#table-outcome tbody tr").Length.ShouldBe(2);
    }

    private static IEnumerable<string> Ranked(IHtmlDocument page) =>
        page.QuerySelectorAll("#table-outcome tbody th").Select(th => th.TextContent.Trim());

    private static string Drawn(IHtmlDocument page) => page.QuerySelector(".drawing-frame svg")!.OuterHtml;
}
