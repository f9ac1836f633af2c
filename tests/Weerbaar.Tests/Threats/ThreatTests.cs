using System.Net;
using System.Text.Json;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Threats;

public sealed class ThreatTests
{
    [Theory, OnEveryDatabase]
    public async Task ListThreats_finds_a_threat_by_a_word_of_its_title_in_either_language(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await analyst.PostJsonAsync("/threats", Flood());
        await analyst.PostJsonAsync("/threats", new { title = new { nl = "Cyberaanval", en = "Cyber attack" } });

        var found = await analyst.GetJsonAsync("/threats?q=FLOOD");

        found.GetProperty("total").GetInt32().ShouldBe(1);
        found.GetProperty("items")[0].GetProperty("title").Text("nl").ShouldBe("Overstroming");
    }

    [Theory, OnEveryDatabase]
    public async Task AddThreat_makes_it_and_GetThreat_gives_it_with_its_version(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        var added = await analyst.PostJsonAsync("/threats", Flood());

        using var answer = await analyst.GetAsync($"/api/v1/threats/{added.Text("id")}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ETag!.Tag.ShouldBe("\"1\"");
        answer.Headers.GetValues("API-Version").ShouldHaveSingleItem();
    }

    [Theory, OnEveryDatabase]
    public async Task AddThreat_without_a_title_names_the_field_and_says_what_to_do(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        using var answer = await analyst.SendJsonAsync(HttpMethod.Post, "/threats", new { title = new { nl = " ", en = "" } });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        problem.GetProperty("errors").GetProperty("title")[0].GetString().ShouldBe("Geef een titel, in het Nederlands of het Engels.");
        (await analyst.GetJsonAsync("/threats")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task AddThreat_that_rests_on_something_unknown_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        using var answer = await analyst.SendJsonAsync(HttpMethod.Post, "/threats", new { title = new { nl = "A", en = "A" }, restsOn = new[] { "no-such-thing" } });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("no-such-thing");
    }

    [Theory, OnEveryDatabase]
    public async Task EditThreat_by_two_people_at_once_keeps_the_first_and_tells_the_second(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.PostJsonAsync("/threats", Flood())).Text("id");

        using var first = await analyst.SendJsonAsync(HttpMethod.Put, $"/threats/{id}", Edited("Eerste"), version: 1);
        using var second = await analyst.SendJsonAsync(HttpMethod.Put, $"/threats/{id}", Edited("Tweede"), version: 1);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await analyst.GetJsonAsync($"/threats/{id}")).GetProperty("title").Text("nl").ShouldBe("Eerste");
    }

    [Theory, OnEveryDatabase]
    public async Task EditThreat_without_a_version_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.PostJsonAsync("/threats", Flood())).Text("id");

        using var answer = await analyst.SendJsonAsync(HttpMethod.Put, $"/threats/{id}", Edited("Nieuw"));

        ((int)answer.StatusCode).ShouldBe(428);
    }

    [Theory, OnEveryDatabase]
    public async Task LogDevelopment_adds_a_dated_statement_newest_first(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.PostJsonAsync("/threats", Flood())).Text("id");

        await analyst.PostJsonAsync($"/threats/{id}/developments", Statement("2020-01-01"), version: 1);
        var threat = await analyst.PostJsonAsync($"/threats/{id}/developments", Statement("2021-01-01"), version: 2);

        threat.GetProperty("log").EnumerateArray().Select(d => d.Text("date")).ShouldBe(["2021-01-01", "2020-01-01"]);
    }

    [Theory, OnEveryDatabase]
    public async Task LogDevelopment_of_the_same_statement_twice_is_refused(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.PostJsonAsync("/threats", Flood())).Text("id");
        await analyst.PostJsonAsync($"/threats/{id}/developments", Statement("2020-01-01"), version: 1);

        using var again = await analyst.SendJsonAsync(HttpMethod.Post, $"/threats/{id}/developments", Statement("2020-01-01"), version: 2);

        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_posted_twice_makes_one_threat_and_leads_to_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var page = await analyst.GetStringAsync("/threats/new");
        var newId = TestSite.Field(page, "Input.NewId");
        (string, string)[] fields = [("Input.NewId", newId), ("Input.Title.Nl", "Droogte"), ("Input.ThreatKind", "Threat")];

        using var once = await analyst.PostAsync("/threats/new", TestSite.Form(page, fields));
        using var twice = await analyst.PostAsync("/threats/new", TestSite.Form(page, fields));

        once.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"/threats/{newId}");
        twice.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe($"/threats/{newId}");
        (await analyst.GetJsonAsync("/threats")).GetProperty("total").GetInt32().ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_see_only_what_is_public_makes_what_is_public(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst, Marking.Public);
        var page = await analyst.GetStringAsync("/threats/new");
        (string, string)[] fields = [("Input.NewId", TestSite.Field(page, "Input.NewId")), ("Input.Title.Nl", "Droogte"), ("Input.ThreatKind", "Threat")];

        using var made = await analyst.PostAsync("/threats/new", TestSite.Form(page, fields));

        made.RequestMessage!.RequestUri!.AbsolutePath.ShouldStartWith("/threats/");
        (await analyst.GetJsonAsync("/threats")).GetProperty("items")[0].Text("marking").ShouldBe("Public");
        (await analyst.SendJsonAsync(HttpMethod.Post, "/threats", new { title = new { nl = "Storm", en = "" }, marking = "Internal" })).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_script_in_a_text_field_is_shown_as_text(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        const string script = "<script>alert('x')</script>";
        var id = (await analyst.PostJsonAsync("/threats", new
        {
            title = new { nl = script, en = script },
            summary = new { nl = script, en = script },
            incidentCategories = new[] { new { nl = script, en = script } },
        })).Text("id");

        foreach (var path in new[] { "/threats", $"/threats/{id}", $"/threats/{id}/edit", $"/thread/{id}", $"/history/{id}", "/search?q=script" })
        {
            (await analyst.GetStringAsync(path)).ShouldNotContain("<script>alert", customMessage: path);
        }
    }

    private static object Flood() => new { title = new { nl = "Overstroming", en = "Flood" }, threatKind = "Threat" };

    private static object Edited(string title) => new
    {
        threatKind = "Threat",
        title = new { nl = title, en = "" },
        summary = new { nl = "", en = "" },
        incidentCategories = Array.Empty<object>(),
        restsOn = Array.Empty<string>(),
    };

    private static object Statement(string date) => new { date, side = "Threat", trend = "Up", text = new { nl = "Meer regen", en = "More rain" } };
}
