using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Assessment;

public sealed class JudgementPagesTests(SharedSites sites) : IClassFixture<SharedSites>
{
    private const string hostile = "</textarea><script>alert(1)</script><b onclick=\"x\">";

    [Theory, OnEveryDatabase]
    public async Task An_amount_computes_the_class_without_saving_and_is_kept_with_the_judgement(DatabaseKind kind)
    {
        var (coordinator, round, _, place) = await OpenAsync(kind);

        var computed = await coordinator.SubmitAsync(place, await coordinator.PageAsync(place), ("Input.Amounts[deaths]", "1250,5"), ("next", "compute"));

        computed.MainText().ShouldContain("Uit deze gegevens volgt klasse D");
        computed.QuerySelector("tr.w-hit .w-class")!.TextContent.ShouldBe("D");
        (computed.Value("Input.Lower"), computed.Value("Input.Best"), computed.Value("Input.Upper")).ShouldBe(("D", "D", "D"));
        Judgements(await coordinator.GetJsonAsync($"/rounds/{round}")).ShouldBe(0);

        var next = await coordinator.SubmitAsync(place, computed, ("next", "next"));
        next.QuerySelector("h1")!.TextContent.ShouldStartWith("2.2");
        (await coordinator.PageAsync(place)).Value("Input.Amounts[deaths]").ShouldBe("1250,5");
    }

    [Theory, OnEveryDatabase]
    public async Task An_amount_that_is_no_number_is_refused_and_stays(DatabaseKind kind)
    {
        var (coordinator, _, _, place) = await OpenAsync(kind);

        var refused = await coordinator.SubmitAsync(place, await coordinator.PageAsync(place), ("Input.Amounts[deaths]", "veel"), ("next", "compute"));

        refused.MainText().ShouldContain("Vul een getal in");
        refused.Value("Input.Amounts[deaths]").ShouldBe("veel");
    }

    [Theory, OnEveryDatabase]
    public async Task What_the_method_refuses_is_said_in_the_readers_language(DatabaseKind kind)
    {
        var (coordinator, _, _, place) = await OpenAsync(kind);
        var page = await coordinator.PageAsync(place);
        var dutch = await coordinator.SubmitAsync(place, page, ("next", "compute"));

        await coordinator.PostAsync("/language", TestSite.Form(page.DocumentElement.OuterHtml, ("language", "en"), ("returnUrl", "/rounds")));
        var english = await coordinator.SubmitAsync(place, page, ("next", "compute"));

        dutch.MainText().ShouldContain("Voor 2.1 Doden is nog niets ingevuld.");
        english.MainText().ShouldContain("Nothing is given for 2.1 Fatalities.");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_saves_second_sees_what_the_other_saved_and_loses_nothing_typed(DatabaseKind kind)
    {
        var (coordinator, round, scenario, place) = await OpenAsync(kind);
        var analyst = await (await sites.OnAsync(kind)).SignInAsync(Role.Analyst);
        var opened = await coordinator.PageAsync(place);
        await analyst.JudgeAsync(round, scenario, "2.1", "B", reason: "Volgens de cijfers van 2011.");
        await coordinator.JudgeAsync(round, scenario, "2.2", "B");

        var conflict = await coordinator.SubmitAsync(place, opened,
            ("Input.Lower", "C"), ("Input.Best", "D"), ("Input.Upper", "E"), ("Input.Reason.Nl", "Het water komt sneller."), ("next", "next"));

        conflict.MainText().ShouldContain("A Analyst bewaarde:");
        conflict.MainText().ShouldContain("Volgens de cijfers van 2011.");
        (conflict.Value("Input.Lower"), conflict.Value("Input.Best"), conflict.Value("Input.Upper")).ShouldBe(("C", "D", "E"));
        conflict.Value("Input.Reason.Nl").ShouldBe("Het water komt sneller.");

        await coordinator.SubmitAsync(place, conflict, ("next", "grid"));
        (await coordinator.PageAsync(place)).Value("Input.Best").ShouldBe("D");
    }

    [Theory, OnEveryDatabase]
    public async Task Classes_out_of_order_come_back_on_the_form(DatabaseKind kind)
    {
        var (coordinator, _, _, place) = await OpenAsync(kind);
        var page = await coordinator.PageAsync(place);

        var refused = await coordinator.SubmitAsync(place, page, ("Input.Lower", "D"), ("Input.Best", "B"), ("next", "next"));
        var empty = await coordinator.SubmitAsync(place, page, ("next", "next"));

        refused.MainText().ShouldContain("De lage klasse (D) ligt boven de verwachte (B)");
        refused.Value("Input.Lower").ShouldBe("D");
        empty.MainText().ShouldContain("Kies de klasse die u verwacht.");
    }

    [Theory, OnEveryDatabase]
    public async Task A_margin_can_be_cleared_without_script(DatabaseKind kind)
    {
        var (coordinator, _, _, place) = await OpenAsync(kind);
        await coordinator.SubmitAsync(place, await coordinator.PageAsync(place),
            ("Input.Lower", "B"), ("Input.Best", "C"), ("Input.Upper", "D"), ("Input.Reason.Nl", "Geschat."), ("next", "grid"));

        var page = await coordinator.PageAsync(place);
        await coordinator.SubmitAsync(place, page, ("Input.Lower", ""), ("Input.Upper", ""), ("next", "grid"));

        page.QuerySelectorAll("main input[type=radio][value='']").Select(r => r.GetAttribute("name")).ShouldBe(["Input.Lower", "Input.Upper"]);
        var cleared = await coordinator.PageAsync(place);
        (cleared.Value("Input.Lower"), cleared.Value("Input.Best"), cleared.Value("Input.Upper")).ShouldBe(("C", "C", "C"));
    }

    [Theory, OnEveryDatabase]
    public async Task The_history_of_a_round_says_what_was_judged_and_why(DatabaseKind kind)
    {
        var (coordinator, round, _, place) = await OpenAsync(kind);
        await coordinator.SubmitAsync(place, await coordinator.PageAsync(place),
            ("Input.Lower", "C"), ("Input.Best", "D"), ("Input.Upper", "E"), ("Input.Reason.Nl", "Eerst geschat."), ("next", "grid"));
        await coordinator.SubmitAsync(place, await coordinator.PageAsync(place),
            ("Input.Lower", ""), ("Input.Best", "A"), ("Input.Upper", ""), ("Input.Reason.Nl", "Nu berekend."), ("next", "grid"));

        var history = (await coordinator.PageAsync($"/history/{round}")).MainText();

        history.ShouldContain("Overstroming · 2.1 Doden: verwijderd: C–D–E → toegevoegd: A");
        history.ShouldContain("Onderbouwing: Nu berekend.");
        history.ShouldNotContain("{");
    }

    [Theory, OnEveryDatabase]
    public async Task Script_in_a_text_field_is_shown_as_text_everywhere(DatabaseKind kind)
    {
        var (coordinator, round, scenario, place) = await OpenAsync(kind, hostile);
        var page = await coordinator.PageAsync(place);
        await coordinator.SubmitAsync(place, page,
            ("Input.Best", "B"), ("Input.Reason.Nl", hostile), ("Input.Document.Nl", hostile), ("Input.Paragraph.Nl", hostile), ("Input.Address", hostile), ("next", "next"));
        var likelihood = $"/rounds/{round}/scenarios/{scenario}/likelihood";
        await coordinator.SubmitAsync(likelihood, await coordinator.PageAsync(likelihood), ("Input.Best", "C"), ("Input.Note.Nl", hostile), ("next", "next"));

        foreach (var path in new[] { place, likelihood, $"/rounds/{round}", $"/rounds/{round}/judgements", $"/rounds/{round}/establish", $"/history/{round}", $"/scenarios/{scenario}" })
        {
            var shown = await coordinator.PageAsync(path);
            shown.QuerySelectorAll("main script, [onclick]").ShouldBeEmpty(path);
        }

        (await coordinator.PageAsync(place)).Value("Input.Reason.Nl").ShouldBe(hostile);
    }

    [Theory, OnEveryDatabase]
    public async Task A_likelihood_is_taken_as_class_percentage_or_return_period(DatabaseKind kind)
    {
        var (coordinator, round, scenario, _) = await OpenAsync(kind);
        var place = $"/rounds/{round}/scenarios/{scenario}/likelihood";
        var page = await coordinator.PageAsync(place);

        var refused = await coordinator.SubmitAsync(place, page, ("Input.Best", "vaak"), ("next", "grid"));
        var grid = await coordinator.SubmitAsync(place, refused, ("Input.Lower", "1/1000"), ("Input.Best", "2%"), ("Input.Upper", "D"), ("next", "grid"));

        refused.MainText().ShouldContain("'vaak' is geen waarschijnlijkheid");
        refused.Value("Input.Best").ShouldBe("vaak");
        grid.QuerySelector("main tbody .w-cell")!.GetAttribute("aria-label")!.ShouldContain("C-midden (B-hoog–D)");
        page.MainText().ShouldContain("C-laag, C-midden, C-hoog");
    }

    [Theory, OnEveryDatabase]
    public async Task An_overall_class_given_goes_before_the_computed_one(DatabaseKind kind)
    {
        var (coordinator, round, scenario, _) = await OpenAsync(kind);
        await coordinator.JudgeAllAsync(round, scenario, "B");
        var place = $"/rounds/{round}/scenarios/{scenario}/overall";

        await coordinator.SubmitAsync(place, await coordinator.PageAsync(place), ("Input.Best", "E"), ("next", "grid"));

        var row = (await coordinator.PageAsync($"/rounds/{round}")).QuerySelector("#table-outcome tbody tr")!.TextContent;
        row.ShouldContain("gegeven");
        row.ShouldContain("E");
    }

    [Theory, OnEveryDatabase]
    public async Task The_grid_shows_what_is_missing_and_what_is_wide(DatabaseKind kind)
    {
        var (coordinator, round, scenarios) = await sites.OpenRoundAsync(kind, "Overstroming", "Griep");
        await coordinator.JudgeAllAsync(round, scenarios[0], "B");
        await coordinator.SendJsonAsync(HttpMethod.Put, $"/rounds/{round}/scenarios/{scenarios[0]}/judgements/2.1", new { lower = "A", best = "B", upper = "D" }, version: 1);

        (await RowsAsync(coordinator, round, "")).ShouldBe(["Overstroming", "Griep"]);
        (await RowsAsync(coordinator, round, "?only=missing")).ShouldBe(["Griep"]);
        (await RowsAsync(coordinator, round, "?only=wide")).ShouldBe(["Overstroming"]);
        (await RowsAsync(coordinator, round, "?q=grie")).ShouldBe(["Griep"]);
    }

    /// <summary>A coordinator with a new round of one scenario, and where its number of deaths is judged.</summary>
    private async Task<(HttpClient Coordinator, string Round, string Scenario, string Place)> OpenAsync(DatabaseKind kind, string title = "Overstroming")
    {
        var (coordinator, round, scenarios) = await sites.OpenRoundAsync(kind, title);
        return (coordinator, round, scenarios[0], $"/rounds/{round}/scenarios/{scenarios[0]}/criteria/2.1");
    }

    private static async Task<IEnumerable<string>> RowsAsync(HttpClient client, string round, string query) =>
        (await client.PageAsync($"/rounds/{round}/judgements{query}")).QuerySelectorAll("main tbody th").Select(th => th.TextContent.Trim());

    private static int Judgements(System.Text.Json.JsonElement round) =>
        round.GetProperty("scenarios").EnumerateArray().Sum(s => s.GetProperty("judgements").GetArrayLength());
}
