using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Api;

/// <summary>What may be sent to any route of the API, told by one that takes all kinds of value.</summary>
public sealed class SentJsonTests
{
    [Theory, OnEveryDatabase]
    public async Task An_enumeration_takes_one_of_its_words_and_the_refusal_names_them(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);

        foreach (var role in new[] { "\"Reader, Analyst\"", "\"Reader,Analyst\"", "\"Emperor\"", "\"\"", "\" Reader\"", "\"3\"", "3", "true", "[]", "{}" })
        {
            var errors = await ErrorsAsync(administrator, "/people", $$"""{"name":"A","email":"a@example.org","role":{{role}},"clearance":"Public"}""");

            errors.Single().Name.ShouldBe("role", role);
            errors.Single().Value[0].GetString()!.ShouldContain("Reader, Analyst, Coordinator, Administrator");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task An_enumeration_in_the_address_takes_one_of_its_words(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var reader = await site.SignInAsync(Role.Reader);

        foreach (var word in new[] { "9", "1", "Threat,Theme", "Threat&kind=Theme", "nonsense" })
        {
            using var answer = await reader.GetAsync($"/api/v1/threats?kind={word}");

            (await ErrorsAsync(answer)).Select(e => e.Name).Distinct().ShouldBe(["kind"], word);
        }

        (await reader.GetAsync("/api/v1/threats?kind=Theme")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task A_null_is_refused_wherever_it_stands_and_the_refusal_names_the_place(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Coordinator);
        (string Path, string Body, string Place)[] calls =
        [
            ("/threats", """{"title":null}""", "title"),
            ("/threats", """{"title":{"nl":"A","en":null}}""", "title.en"),
            ("/threats", """{"title":{"nl":"A","en":"A"},"incidentCategories":[null]}""", "incidentCategories[0]"),
            ("/threats", """{"title":{"nl":"A","en":"A"},"restsOn":["x",null]}""", "restsOn[1]"),
            ("/threats", "null", ""),
            ("/scenarios", """{"nature":"Hazard","title":{"nl":"A","en":"A"},"consequences":[{"interest":"territorial","text":null}]}""", "consequences[0].text"),
            ("/scenarios", """{"nature":"Hazard","title":{"nl":"A","en":"A"},"assumptions":[null]}""", "assumptions[0]"),
            ("/scenarios", """{"nature":null,"title":{"nl":"A","en":"A"}}""", "nature"),
            ("/measures", """{"title":{"nl":"A","en":"A"},"leads":[null]}""", "leads[0]"),
            ("/measures", """{"title":{"nl":"A","en":"A"},"partners":[null]}""", "partners[0]"),
        ];

        foreach (var (path, body, place) in calls)
        {
            (await ErrorsAsync(analyst, path, body)).Select(e => e.Name).ShouldContain(place, body);
        }

        (await analyst.GetAsync("/threats")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await analyst.GetJsonAsync("/threats")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Theory, OnEveryDatabase]
    public async Task Text_that_is_not_plain_is_refused_wherever_it_stands(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        foreach (var wrong in new[] { @"\u0000", @"\u001b[31m", @"\u0007", @"\u007f", @"\u0085", @"\u009b", @"\ud800", @"\udc00x", @"a\rb", @"\uffff" })
        {
            (await ErrorsAsync(analyst, "/threats", $$$"""{"title":{"nl":"A{{{wrong}}}","en":"A"}}""")).Single().Name.ShouldBe("title.nl", wrong);
            (await ErrorsAsync(analyst, "/threats", $$"""{"title":{"nl":"A","en":"A"},"restsOn":["{{wrong}}"]}""")).Single().Name.ShouldBe("restsOn[0]", wrong);
            (await ErrorsAsync(analyst, "/threats", $$"""{"title":{"nl":"A","en":"A"},"{{wrong}}":1}""")).ShouldNotBeEmpty(wrong);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Text_keeps_its_tabs_line_ends_and_characters_of_any_script(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        const string Text = "één\tregel\r\nen nog een\n🜂 漢字 \u200d";

        var threat = await analyst.PostJsonAsync("/threats", new { title = new { nl = "A", en = "A" }, summary = new { nl = Text, en = "" } });

        (await analyst.GetJsonAsync($"/threats/{threat.Text("id")}")).GetProperty("summary").Text("nl").ShouldBe(Text);
    }

    [Theory, OnEveryDatabase]
    public async Task An_address_with_a_control_character_is_refused_in_the_API_and_on_pages(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var reader = await site.SignInAsync(Role.Reader);

        foreach (var path in new[] { "threats?q=%00", "threats?q=%1b[2J", "threats?%00=a", "threats/%1b", "measures?lead=%00" })
        {
            using var api = await reader.GetAsync($"/api/v1/{path}");
            using var page = await reader.GetAsync($"/{path}");

            api.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
            page.StatusCode.ShouldBe(HttpStatusCode.BadRequest, path);
            (await page.Content.ReadAsStringAsync()).ShouldContain("teken dat niet kan");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Text_and_lists_are_bounded_everywhere(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var text = new string('a', 100_001);
        var list = string.Join(',', Enumerable.Repeat("\"x\"", 1001));

        (await ErrorsAsync(analyst, "/threats", $$"""{"title":{"nl":"A","en":"A"},"incidentCategories":[{"nl":"{{text}}","en":""}]}""")).Single().Name.ShouldBe("incidentCategories[0].nl");
        (await ErrorsAsync(analyst, "/threats", $$"""{"title":{"nl":"A","en":"A"},"restsOn":[{{list}}]}""")).Single().Name.ShouldBe("restsOn");
    }

    [Theory, OnEveryDatabase]
    public async Task All_that_is_wrong_with_a_message_is_said_at_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);

        var errors = await ErrorsAsync(coordinator, "/products", """{"productKind":7,"title":"A","due":"tomorrow","colour":"red","Title":{"nl":"A","en":"A"}}""");

        errors.Select(e => e.Name).ShouldBe(["productKind", "title", "due", "colour", "Title"], ignoreOrder: true);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_no_JSON_is_refused_with_its_place(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        string[] bodies = ["", "{", "{\"title\":}", "[1,]", "'a'", "{\"title\":NaN}", "/* */{}", new string('[', 50_000), "{}{}"];

        foreach (var body in bodies)
        {
            (await ErrorsAsync(analyst, "/threats", body)).Single().Value[0].GetString()!.ShouldContain("regel");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_field_may_stand_in_a_message_once(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        (await ErrorsAsync(analyst, "/threats", """{"title":{"nl":"A","en":"A"},"title":{"nl":"B","en":"B"}}""")).Single().Name.ShouldBe("title");
        (await ErrorsAsync(analyst, "/threats", """{"title":{"nl":"A","en":"A","NL":"B"}}""")).Single().Name.ShouldBe("title.NL");
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_read_can_be_sent_back(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var made = await analyst.PostJsonAsync("/threats", new { title = new { nl = "A", en = "A" } });

        using var answer = await analyst.SendJsonAsync(HttpMethod.Put, $"/threats/{made.Text("id")}", new
        {
            threatKind = made.GetProperty("threatKind"),
            title = made.GetProperty("title"),
            summary = made.GetProperty("summary"),
            incidentCategories = made.GetProperty("incidentCategories"),
            restsOn = made.GetProperty("restsOn"),
        }, 1);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<IReadOnlyList<JsonProperty>> ErrorsAsync(HttpClient client, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"/api/v1{path}", content);
        return await ErrorsAsync(answer);
    }

    private static async Task<IReadOnlyList<JsonProperty>> ErrorsAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject()];
    }
}
