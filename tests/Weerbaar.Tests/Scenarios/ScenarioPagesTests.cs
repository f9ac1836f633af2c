using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Scenarios;

public sealed class ScenarioPagesTests
{
    private const string hostile = "</textarea><script>alert(1)</script><b onclick=\"x\">";

    [Theory, OnEveryDatabase]
    public async Task A_scenario_written_on_the_form_reads_as_a_sheet(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var page = await analyst.PageAsync("/scenarios/new");

        var sheet = await analyst.SubmitAsync("/scenarios/new", page,
            ("Input.Title.Nl", "Overstroming"), ("Input.Nature", "Hazard"), ("Input.Course.Nl", "De dijk breekt."),
            ("Input.Consequences[1].Text.Nl", "Duizenden doden."),
            ("Input.Assumptions[0].Text.Nl", "Evacueren lukt deels."), ("Input.Assumptions[0].Confidence", "Low"),
            ("Input.PlanningAssumptions.Nl", "Een miljoen mensen weg.\nIn twee dagen."), ("Input.Sources.Nl", "Handboek"));

        sheet.QuerySelector("h1")!.TextContent.ShouldBe("Overstroming");
        sheet.QuerySelector(".w-interests dt")!.TextContent.ShouldContain("Fysieke veiligheid");
        sheet.MainText().ShouldContain("zekerheid laag");
        sheet.QuerySelectorAll("section[aria-labelledby=s-planning] li").Select(l => l.TextContent).ShouldBe(["Een miljoen mensen weg.", "In twee dagen."]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_revision_shows_the_words_that_went_and_came(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.AddFloodAsync()).Text("id");
        var page = await analyst.PageAsync($"/scenarios/{id}/revise");

        var silent = await analyst.SubmitAsync($"/scenarios/{id}/revise", page, ("Input.Course.Nl", "De dijk breekt en het dorp loopt vol."));
        await analyst.SubmitAsync($"/scenarios/{id}/revise", silent, ("Input.Reason", "Nieuwe cijfers"));

        silent.MainText().ShouldContain("Zeg waarom er een nieuwe versie is");
        var versions = await analyst.PageAsync($"/scenarios/{id}/versions?from=1&to=2");
        versions.QuerySelector(".w-difference del")!.TextContent.ShouldBe("verwijderd: de polder ");
        versions.QuerySelector(".w-difference ins")!.TextContent.ShouldBe("toegevoegd: het dorp ");
        versions.QuerySelector(".w-difference")!.TextContent.ShouldNotContain("\n");
        versions.MainText().ShouldContain("Nieuwe cijfers");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_revises_second_keeps_what_was_typed_and_hears_of_the_other_version(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.AddFloodAsync()).Text("id");
        var opened = await analyst.PageAsync($"/scenarios/{id}/revise");
        await analyst.PostJsonAsync($"/scenarios/{id}/versions", ScenarioRequests.Revision("De dijk houdt."), version: 1);

        var conflict = await analyst.SubmitAsync($"/scenarios/{id}/revise", opened, ("Input.Course.Nl", "De sluis breekt."), ("Input.Reason", "Beter"));

        conflict.MainText().ShouldContain("Intussen bewaarde iemand anders een nieuwe versie.");
        conflict.Value("Input.Course.Nl").ShouldBe("De sluis breekt.");
    }

    [Theory, OnEveryDatabase]
    public async Task Script_in_every_field_of_a_scenario_is_shown_as_text(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var page = await analyst.PageAsync("/scenarios/new");
        var fields = page.QuerySelectorAll("main textarea, main input[type=text]").Select(f => (f.GetAttribute("name")!, hostile));

        var sheet = await analyst.SubmitAsync("/scenarios/new", page, [.. fields]);

        sheet.QuerySelector("h1")!.TextContent.ShouldBe(hostile);
        foreach (var path in new[] { "/scenarios", sheet.QuerySelector(".w-tabs a")!.GetAttribute("href")!, sheet.QuerySelectorAll(".w-tabs a")[1].GetAttribute("href")! })
        {
            (await analyst.PageAsync(path)).QuerySelectorAll("main script, [onclick]").ShouldBeEmpty(path);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_is_filtered_by_theme_and_taken_as_csv(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var water = await analyst.PostJsonAsync("/threats", new { title = new { nl = "Water", en = "Water" } });
        await analyst.PostJsonAsync("/scenarios", ScenarioRequests.Flood(restsOn: [water.Text("id")]));
        await analyst.PostJsonAsync("/scenarios", new { nature = "Malicious", title = new { nl = "Aanslag", en = "Attack" } });

        var csv = await analyst.GetStringAsync("/scenarios?f.theme=Water&format=csv");

        csv.ShouldContain("Overstroming");
        csv.ShouldNotContain("Aanslag");
        (await analyst.PageAsync("/scenarios?f.nature=Malicious")).QuerySelectorAll("main tbody th").Select(t => t.TextContent.Trim()).ShouldBe(["Aanslag"]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_scenario_is_put_under_a_threat_on_its_page(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var water = (await analyst.PostJsonAsync("/threats", new { title = new { nl = "Water", en = "Water" } })).Text("id");
        var id = (await analyst.AddFloodAsync()).Text("id");
        var page = await analyst.PageAsync($"/scenarios/{id}/rests-on");

        var sheet = await analyst.SubmitAsync($"/scenarios/{id}/rests-on", page, ("Input.RestsOn", water));

        sheet.QuerySelector($"main a[href='/threats/{water}']").ShouldNotBeNull();
    }
}
