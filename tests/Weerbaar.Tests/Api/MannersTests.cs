using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.Assessment;

namespace Weerbaar.Tests.Api;

/// <summary>What the API answers to programs, browsers and pages elsewhere, by the rules of HTTP.</summary>
public sealed class MannersTests(SharedSites sites) : IClassFixture<SharedSites>
{
    [Theory, OnEveryDatabase]
    public async Task A_change_that_a_page_of_another_site_asks_with_the_cookie_is_refused(DatabaseKind kind)
    {
        var site = await sites.OnAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var (own, before) = (site.Address.GetLeftPart(UriPartial.Authority), await CountAsync(analyst));

        (await AddAsync(analyst, ("Sec-Fetch-Site", "cross-site"))).ShouldBe(HttpStatusCode.Forbidden);
        (await AddAsync(analyst, ("Sec-Fetch-Site", "same-site"), ("Origin", own))).ShouldBe(HttpStatusCode.Forbidden);
        (await AddAsync(analyst, ("Origin", "https://evil.example"))).ShouldBe(HttpStatusCode.Forbidden);
        (await AddAsync(analyst, ("Origin", "null"))).ShouldBe(HttpStatusCode.Forbidden);
        (await CountAsync(analyst)).ShouldBe(before);
        (await AddAsync(analyst, ("Sec-Fetch-Site", "same-origin"))).ShouldBe(HttpStatusCode.Created);
        (await AddAsync(analyst, ("Sec-Fetch-Site", "none"))).ShouldBe(HttpStatusCode.Created);
        (await AddAsync(analyst, ("Origin", own))).ShouldBe(HttpStatusCode.Created);
        (await AddAsync(analyst)).ShouldBe(HttpStatusCode.Created, "what sends neither is no browser");
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example:5080", HttpStatusCode.BadRequest)]
    [InlineData("localhost:1", HttpStatusCode.OK)]
    [InlineData("[::1]", HttpStatusCode.OK)]
    public async Task A_loopback_address_answers_to_its_own_names_only(string host, HttpStatusCode status)
    {
        var site = await sites.OnAsync(DatabaseKind.Sqlite);
        using var visitor = site.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in") { Headers = { Host = host } };

        using var answer = await visitor.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        (await answer.Content.ReadAsStringAsync()).Contains("--public-url", StringComparison.Ordinal).ShouldBe(status == HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/api/v1/threats")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/health/live")]
    public async Task HEAD_is_answered_as_GET(string path)
    {
        using var analyst = await (await sites.OnAsync(DatabaseKind.Sqlite)).SignInAsync(Role.Analyst);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var get = await analyst.GetAsync(path);
        using var head = await analyst.SendAsync(request);

        get.StatusCode.ShouldBe(HttpStatusCode.OK);
        (head.StatusCode, head.Content.Headers.ContentType, head.Headers.ETag).ShouldBe((get.StatusCode, get.Content.Headers.ContentType, get.Headers.ETag));
    }

    [Fact]
    public async Task The_address_of_the_API_leads_to_what_explains_it()
    {
        using var visitor = (await sites.OnAsync(DatabaseKind.Sqlite)).Visitor();

        using var answer = await visitor.GetAsync("/api");

        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/api/v1/openapi.json");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Live_updates_answer_a_program_without_sign_in_with_a_problem()
    {
        using var program = (await sites.OnAsync(DatabaseKind.Sqlite)).Visitor();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "wb_x");

        using var answer = await program.GetAsync("/live");

        (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.Unauthorized, "application/problem+json"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_cycle_that_is_not_there_is_refused_and_not_shown_as_empty(DatabaseKind kind)
    {
        using var analyst = await (await sites.OnAsync(kind)).SignInAsync(Role.Analyst);

        await ShouldRefuseAsync(await analyst.GetAsync("/api/v1/scenarios?cycle=zzz"), "zzz");
        using var page = await analyst.GetAsync("/threats?f.cycle=zzz");

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await page.Content.ReadAsStringAsync()).ShouldContain("zzz");
        using var none = await analyst.GetAsync("/api/v1/scenarios?cycle=none");
        none.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var known = await analyst.GetAsync("/threats?f.cycle=nl-2007");
        known.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_sent_is_refused_where_it_would_be_corrected_in_silence(DatabaseKind kind)
    {
        using var coordinator = await (await sites.OnAsync(kind)).SignInAsync(Role.Coordinator);
        var threat = (await coordinator.PostJsonAsync("/threats", new { title = new { nl = "A", en = "A" } })).Text("id");
        var (round, scenarios) = await coordinator.OpenRoundAsync("Overstroming");
        var open = new { title = new { nl = "R", en = "R" }, editionId = "nl-2009", scenarioIds = new[] { scenarios[0], threat } };

        await ShouldRefuseAsync(await coordinator.SendJsonAsync(HttpMethod.Post, "/rounds", open), threat);
        await ShouldRefuseAsync(await coordinator.SendJsonAsync(HttpMethod.Post, "/rounds", open with { scenarioIds = [scenarios[0], scenarios[0]] }), scenarios[0]);
        await ShouldRefuseAsync(await coordinator.SendJsonAsync(HttpMethod.Post, "/threats", new { open.title, restsOn = new[] { round, round } }), round);
        await ShouldRefuseAsync(await coordinator.SendJsonAsync(HttpMethod.Put, $"/scenarios/{scenarios[0]}/rests-on", new { restsOn = scenarios }, 1), scenarios[0]);
        foreach (var day in new[] { "0001-01-01", "9999-12-31" })
        {
            await ShouldRefuseAsync(await coordinator.SendJsonAsync(HttpMethod.Post, $"/threats/{threat}/developments", new { date = day, side = "Threat", text = open.title }, 1), "1900");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_report_that_its_round_may_not_be_in_says_so(DatabaseKind kind)
    {
        using var coordinator = await (await sites.OnAsync(kind)).SignInAsync(Role.Coordinator);
        var round = (await coordinator.PostJsonAsync("/rounds", new { title = new { nl = "R", en = "R" }, editionId = "nl-2009", marking = "Internal" })).Text("id");

        await ShouldRefuseAsync(await coordinator.GetAsync($"/api/v1/reports/findings/{round}?marking=public"), "hogere uitgave");
        using var preview = await coordinator.GetAsync($"/api/v1/reports/findings/{round}?marking=Internal&preview=true");
        preview.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var page = await coordinator.GetAsync($"/reports/findings/{round}?marking=public");

        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await page.Content.ReadAsStringAsync()).ShouldContain("hogere uitgave");
    }

    private static async Task<int> CountAsync(HttpClient client) => (await client.GetJsonAsync("/threats")).GetProperty("total").GetInt32();

    private static async Task<HttpStatusCode> AddAsync(HttpClient client, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/threats") { Content = JsonContent.Create(new { title = new { nl = "A", en = "A" } }) };
        headers.ToList().ForEach(h => request.Headers.Add(h.Name, h.Value));
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task ShouldRefuseAsync(HttpResponseMessage refused, string word)
    {
        using var answer = refused;
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).Text("detail").ShouldContain(word);
    }
}
