using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Scenarios;

public sealed class AddScenarioTests
{
    [Theory, OnEveryDatabase]
    public async Task A_scenario_is_kept_as_it_was_sent(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);

        var added = await analyst.AddFloodAsync();

        var found = await analyst.GetJsonAsync($"/scenarios/{added.Text("id")}");
        found.GetProperty("consequences")[0].Text("interest").ShouldBe("2");
        found.GetProperty("assumptions")[0].Text("confidence").ShouldBe("Low");
        found.GetProperty("course").Text("nl").ShouldBe("De dijk breekt en de polder loopt vol.");
        found.GetProperty("number").GetInt32().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_scenario_that_rests_on_a_threat_is_in_its_thread(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var threat = await analyst.PostJsonAsync("/threats", new { title = new { nl = "Water", en = "Water" } });

        var added = await analyst.PostJsonAsync("/scenarios", ScenarioRequests.Flood(restsOn: [threat.Text("id")]));

        var thread = await analyst.GetJsonAsync($"/objects/{threat.Text("id")}/thread");
        thread.GetProperty("links")[0].Text("from").ShouldBe(added.Text("id"));
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_wrong_is_said_field_by_field(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);

        var answer = await analyst.SendJsonAsync(HttpMethod.Post, "/scenarios", new
        {
            nature = "Hazard",
            title = new { nl = " ", en = "" },
            context = new { nl = new string('x', 20_001), en = "" },
            consequences = new[] { new { interest = "", text = new { nl = "a", en = "" } } },
            sources = new[] { new { nl = "", en = "" } },
        });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        errors.EnumerateObject().Select(e => e.Name).ShouldBe(["title", "context", "consequences", "sources"], ignoreOrder: true);
    }

    [Theory, OnEveryDatabase]
    public async Task A_reader_may_not_write_scenarios(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var reader = await site.SignInAsync(Role.Reader);

        var answer = await reader.SendJsonAsync(HttpMethod.Post, "/scenarios", ScenarioRequests.Flood());

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

public sealed class ReviseScenarioTests
{
    [Theory, OnEveryDatabase]
    public async Task A_revision_keeps_the_version_before_it_in_full(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var added = await analyst.AddFloodAsync();

        var revised = await analyst.PostJsonAsync($"/scenarios/{added.Text("id")}/versions", ScenarioRequests.Revision("De dijk houdt."), version: 1);

        revised.GetProperty("number").GetInt32().ShouldBe(2);
        var versions = (await analyst.GetJsonAsync($"/scenarios/{added.Text("id")}/versions")).GetProperty("items");
        versions.EnumerateArray().Select(v => v.GetProperty("description").GetProperty("course").Text("nl"))
            .ShouldBe(["De dijk houdt.", "De dijk breekt en de polder loopt vol."]);
        versions[0].Text("reason").ShouldBe("Nieuwe cijfers");
        versions[0].Text("author").ShouldBe("A Analyst");
    }

    [Theory, OnEveryDatabase]
    public async Task A_revision_made_on_an_older_version_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var path = $"/scenarios/{(await analyst.AddFloodAsync()).Text("id")}/versions";
        await analyst.PostJsonAsync(path, ScenarioRequests.Revision("De dijk houdt."), version: 1);

        (await analyst.SendJsonAsync(HttpMethod.Post, path, ScenarioRequests.Revision("Toch niet."), version: 1))
            .StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await analyst.SendJsonAsync(HttpMethod.Post, path, ScenarioRequests.Revision("Toch niet.")))
            .StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_people_who_revise_at_once_one_succeeds_and_the_others_hear_why_not(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var path = $"/scenarios/{(await analyst.AddFloodAsync()).Text("id")}/versions";

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(i =>
            analyst.SendJsonAsync(HttpMethod.Post, path, ScenarioRequests.Revision($"Verloop {i}."), version: 1)));

        answers.Select(a => a.StatusCode).Where(s => s is not HttpStatusCode.OK and not HttpStatusCode.PreconditionFailed).ShouldBeEmpty();
        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.PreconditionFailed).ShouldBe(7);
    }

    [Theory, OnEveryDatabase]
    public async Task A_revision_that_changes_nothing_or_gives_no_reason_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var path = $"/scenarios/{(await analyst.AddFloodAsync()).Text("id")}/versions";

        (await analyst.SendJsonAsync(HttpMethod.Post, path, ScenarioRequests.Revision("De dijk breekt en de polder loopt vol."), version: 1))
            .StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await analyst.SendJsonAsync(HttpMethod.Post, path, ScenarioRequests.Revision("De dijk houdt.", reason: " "), version: 1))
            .StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}

public sealed class CompareScenarioVersionsTests
{
    [Theory, OnEveryDatabase]
    public async Task The_difference_names_the_field_and_the_words(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.AddFloodAsync()).Text("id");
        await analyst.PostJsonAsync($"/scenarios/{id}/versions", ScenarioRequests.Revision("De dijk breekt en het dorp loopt vol."), version: 1);

        var difference = await analyst.GetJsonAsync($"/scenarios/{id}/difference?from=1&to=2");

        var field = difference.GetProperty("fields").EnumerateArray().ShouldHaveSingleItem();
        (field.Text("field"), field.Text("language")).ShouldBe(("course", "nl"));
        field.GetProperty("runs").EnumerateArray().Select(p => (p.Text("standing"), p.Text("words"))).ShouldBe(
            [("Same", "De dijk breekt en "), ("Gone", "de polder "), ("New", "het dorp "), ("Same", "loopt vol.")]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_version_that_never_was_is_not_found(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.AddFloodAsync()).Text("id");

        (await analyst.GetAsync($"/api/v1/scenarios/{id}/difference?from=1&to=9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}

public sealed class LinkScenarioTests
{
    [Theory, OnEveryDatabase]
    public async Task Linking_changes_the_thread_and_makes_no_version(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var threat = await analyst.PostJsonAsync("/threats", new { title = new { nl = "Water", en = "Water" } });
        var id = (await analyst.AddFloodAsync()).Text("id");

        var answer = await analyst.SendJsonAsync(HttpMethod.Put, $"/scenarios/{id}/rests-on", new { restsOn = new[] { threat.Text("id") } }, version: 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await analyst.GetJsonAsync($"/scenarios/{id}/versions")).GetProperty("total").GetInt32().ShouldBe(1);
        (await analyst.GetJsonAsync($"/objects/{id}/thread")).GetProperty("nodes").GetArrayLength().ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task A_link_to_what_does_not_exist_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.AddFloodAsync()).Text("id");

        var answer = await analyst.SendJsonAsync(HttpMethod.Put, $"/scenarios/{id}/rests-on", new { restsOn = new[] { "nothing" } }, version: 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }
}

public sealed class ListScenariosTests
{
    [Theory, OnEveryDatabase]
    public async Task The_list_is_searched_by_title_and_nature(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.AddFloodAsync();

        (await analyst.GetJsonAsync("/scenarios?q=OVERSTR")).GetProperty("total").GetInt32().ShouldBe(1);
        (await analyst.GetJsonAsync("/scenarios?q=%C3%89%C3%89N")).GetProperty("total").GetInt32().ShouldBe(0);
        await analyst.PostJsonAsync("/scenarios", new { title = new { nl = "Uitval van één kabel", en = "" }, nature = "Hazard" });
        (await analyst.GetJsonAsync("/scenarios?q=%C3%89%C3%89N")).GetProperty("total").GetInt32().ShouldBe(1);
        (await analyst.GetJsonAsync("/scenarios?q=een%20kabel")).GetProperty("total").GetInt32().ShouldBe(1);
        (await analyst.GetJsonAsync("/search?q=Een%20k%C3%A1bel")).GetProperty("total").GetInt32().ShouldBe(1);
        (await analyst.PageAsync("/scenarios?q=Een")).MainText().ShouldContain("Uitval van één kabel");
        (await analyst.GetJsonAsync("/scenarios?nature=Malicious")).GetProperty("total").GetInt32().ShouldBe(0);
    }
}

public sealed class GetScenarioTests
{
    [Theory, OnEveryDatabase]
    public async Task A_scenario_marked_above_a_readers_clearance_is_gone_with_all_its_versions(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var (analyst, reader) = (await site.SignInAsync(Role.Analyst), await site.SignInAsync(Role.Reader));
        var id = (await analyst.PostJsonAsync("/scenarios", ScenarioRequests.Flood(marking: "Public"))).Text("id");
        (await reader.GetJsonAsync($"/scenarios/{id}/versions")).GetProperty("total").GetInt32().ShouldBe(1);

        await analyst.SendJsonAsync(HttpMethod.Put, $"/objects/{id}/marking", new { marking = "DepartmentalConfidential", reason = "Bevat zwakke plekken" }, version: 1);

        foreach (var path in new[] { "", "/versions", "/difference?from=1&to=1" })
        {
            (await reader.GetAsync($"/api/v1/scenarios/{id}{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }

        (await reader.GetJsonAsync("/scenarios")).GetProperty("total").GetInt32().ShouldBe(0);
    }
}

public sealed class ListScenarioVersionsTests
{
    [Theory, OnEveryDatabase]
    public async Task A_new_scenario_has_its_first_version(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.AddFloodAsync()).Text("id");

        var version = (await analyst.GetJsonAsync($"/scenarios/{id}/versions")).GetProperty("items").EnumerateArray().ShouldHaveSingleItem();

        version.GetProperty("number").GetInt32().ShouldBe(1);
        version.GetProperty("description").GetProperty("title").Text("en").ShouldBe("Flood");
    }
}
