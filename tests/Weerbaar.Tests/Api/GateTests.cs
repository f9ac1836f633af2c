using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Net.Http.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.Assessment;

namespace Weerbaar.Tests.Api;

/// <summary>What every request passes before anything is done with it.</summary>
public sealed class GateTests
{
    private const string Fit = """{"title":{"nl":"A","en":"A"}}""";

    [Theory, OnEveryDatabase]
    public async Task A_rule_that_is_broken_has_the_same_status_on_a_page_as_over_the_API(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var (round, _) = await coordinator.OpenRoundAsync("Nog niet beoordeeld");

        using var api = await coordinator.GetAsync($"/api/v1/rounds/{round}/uncertainty?samples=100");
        using var page = await coordinator.GetAsync($"/rounds/{round}/uncertainty/files/ranks.csv?samples=100");

        (api.StatusCode, page.StatusCode).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.Conflict));
        var why = System.Text.Json.JsonDocument.Parse(await api.Content.ReadAsStringAsync()).RootElement.Text("detail");
        WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()).ShouldContain(why);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_may_not_do_it_hears_that_and_nothing_about_the_message(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var visitor = site.Visitor();
        using var reader = await site.SignInAsync(Role.Reader);

        foreach (var body in new[] { "{", "{\"title\":7}", "\0", "" })
        {
            (await SendAsync(visitor, body)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
            (await SendAsync(reader, body)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_message_of_another_kind_is_answered_with_415(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        foreach (var type in new[] { "text/plain", "application/xml", "application/json; charset=utf-16", "application/json; charset=latin1", "application/json; charset=nonsense" })
        {
            await ShouldExplainAsync(await SendAsync(analyst, Fit, type), HttpStatusCode.UnsupportedMediaType, "application/json");
        }

        (await SendAsync(analyst, Fit, "application/json; charset=\"UTF-8\"")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory, OnEveryDatabase]
    public async Task A_message_that_is_too_large_hears_how_large_it_may_be(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var large = new string(' ', 50 * 1024 * 1024);

        await ShouldExplainAsync(await SendAsync(analyst, large), HttpStatusCode.RequestEntityTooLarge, "4 MB");
        await ShouldExplainAsync(await SendAsync(analyst, large[..((4 * 1024 * 1024) + 1)], chunked: true), HttpStatusCode.RequestEntityTooLarge, "4 MB");
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_that_is_too_large_gets_a_page_that_says_so(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        using var answer = await SendAsync(analyst, new string('a', 5 * 1024 * 1024), "application/x-www-form-urlencoded", path: "/threats/new");

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("ten hoogste 4 MB");
    }

    [Theory, OnEveryDatabase]
    public async Task A_method_that_an_address_does_not_know_is_answered_with_405_and_those_it_knows(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        foreach (var method in new[] { "TRACE", "DELETE", "PATCH", "OPTIONS", "NONSENSE" })
        {
            using var api = await analyst.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/v1/threats"));
            using var page = await analyst.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/"));

            await ShouldExplainAsync(api, HttpStatusCode.MethodNotAllowed, "Allow");
            api.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST"], ignoreOrder: true);
            page.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed, method);
            page.Content.Headers.Allow.ShouldBe(["GET", "HEAD"], ignoreOrder: true);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_page_without_a_form_takes_no_form(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var token = TestSite.Form(await analyst.GetStringAsync("/threats/new"));

        using var answer = await analyst.PostAsync("/threats", token);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_that_cannot_be_read_gets_the_page_of_a_bad_request(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var many = string.Join('&', Enumerable.Range(0, 3000).Select(i => $"f{i}=a"));

        foreach (var (form, type) in new[] { (many, "application/x-www-form-urlencoded"), ("--x\r\nnonsense", "multipart/form-data; boundary=x") })
        {
            using var answer = await SendAsync(analyst, form, type, path: "/threats/new");

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("Dat verzoek klopt niet");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_form_with_text_that_is_not_plain_comes_back_with_what_is_wrong(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Administrator);

        var threat = await PostAsync("/threats/new", ("Input.Title.Nl", "A\a"), ("Input.Title.En", "A"));
        var nul = await PostAsync("/threats/new", ("Input.Title.Nl", "A\0"), ("Input.Title.En", "A"));
        var person = await PostAsync("/people/new", ("Input.Name", "A\u001b[31m"), ("Input.Email", "a@example.org"));
        var role = await PostAsync("/people/new", ("Input.Name", "A"), ("Input.Email", "b@example.org"), ("Input.Role", "Analyst, Coordinator"));
        var phases = await PostAsync("/advices/new", ("Input.Title.Nl", "A"), ("Input.Phases", "Proaction, Prevention"));

        threat.ShouldContain("U+0007");
        phases.ShouldContain("Deze waarde kan niet");
        nul.ShouldContain("Dat verzoek klopt niet");
        person.ShouldContain("U+001B");
        role.ShouldContain("Deze waarde kan niet");
        (await analyst.GetJsonAsync("/threats")).GetProperty("total").GetInt32().ShouldBe(0);
        (await analyst.GetJsonAsync("/people")).GetProperty("total").GetInt32().ShouldBe(1);

        async Task<string> PostAsync(string path, params (string Name, string Value)[] values)
        {
            var page = await analyst.PageAsync(path);
            return (await analyst.SubmitAsync(path, page, values)).DocumentElement.TextContent;
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_version_that_is_no_number_is_refused_with_the_way_to_write_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var threat = await analyst.PostJsonAsync("/threats", new { title = new { nl = "A", en = "A" } });

        foreach (var version in new[] { "*", "1", "\"1", "W/\"1\"", "\"1\", \"2\"", "-1", "1.0", "99999999999999999999", "\"\"" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/threats/{threat.Text("id")}/developments")
            {
                Content = JsonContent.Create(new { date = "2026-01-01", side = "Threat", text = new { nl = "A", en = "A" } }),
            };
            request.Headers.TryAddWithoutValidation("If-Match", version);

            await ShouldExplainAsync(await analyst.SendAsync(request), HttpStatusCode.BadRequest, "If-Match");
        }
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_wrong_is_told_in_the_language_asked_for(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        analyst.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        await ShouldExplainAsync(await SendAsync(analyst, "{}"), HttpStatusCode.BadRequest, "This is missing");
        await ShouldExplainAsync(await analyst.DeleteAsync("/api/v1/threats"), HttpStatusCode.MethodNotAllowed, "does not know this method");
        await ShouldExplainAsync(await analyst.GetAsync("/api/v1/threats/none"), HttpStatusCode.NotFound, "does not exist");
    }

    [Theory, OnEveryDatabase]
    public async Task A_name_in_the_address_that_a_route_does_not_know_is_refused_with_those_it_knows(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);

        await ShouldExplainAsync(await analyst.GetAsync("/api/v1/scenarios?pagesize=2&sort=title"), HttpStatusCode.BadRequest, "sort: Dit kent dit adres niet. Het kent: q, nature, cycle, page, pageSize, on.");
        await ShouldExplainAsync(await analyst.GetAsync("/api/v1/tables/threats?recipient=BZK&colour=red"), HttpStatusCode.BadRequest, "recipient, preview.");
        await ShouldExplainAsync(await analyst.PostAsync("/api/v1/threats?x", new StringContent(Fit, Encoding.UTF8, "application/json")), HttpStatusCode.BadRequest, "na het vraagteken staat hier niets");
        (await analyst.GetAsync("/api/v1/scenarios?Q=a&PAGE=1&on=2026-01-01")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await analyst.GetAsync("/scenarios?utm_source=mail")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_id_of_ten_thousand_characters_is_answered_in_words()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var analyst = await site.SignInAsync(Role.Analyst);

        await ShouldExplainAsync(await analyst.GetAsync($"/api/v1/threats/{new string('a', 10_000)}"), HttpStatusCode.NotFound, "bestaat niet");
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string body, string type = "application/json", bool chunked = false, string path = "/api/v1/threats")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.ExpectContinue = true;
        request.Headers.TransferEncodingChunked = chunked;
        return await client.SendAsync(request);
    }

    private static async Task ShouldExplainAsync(HttpResponseMessage answer, HttpStatusCode status, string word)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType.ShouldBe(new MediaTypeHeaderValue("application/problem+json"));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        problem.Text("title").ShouldNotBeEmpty();
        problem.Text("detail").ShouldContain(word);
    }
}
