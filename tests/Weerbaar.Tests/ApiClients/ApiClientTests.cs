using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.ApiClients;
using static Weerbaar.Tests.ApiClients.Programs;
using Client = Weerbaar.Platform.Access.ApiClients.ApiClient;

namespace Weerbaar.Tests.ApiClients;

/// <summary>Programs with a key: what they may do, and when they no longer may.</summary>
public sealed class ApiClientTests
{
    [Theory, OnEveryDatabase]
    public async Task A_key_opens_the_API_with_what_it_was_given_and_no_more(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var program = With(site, await KeyAsync(administrator, clearance: "Internal"));

        var me = await program.GetJsonAsync("/me");

        me.GetProperty("permissions").ToString().ShouldBe("[\"Read\"]");
        me.Text("clearance").ShouldBe("Internal");
        (await program.GetAsync("/api/v1/threats")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await program.GetAsync("/api/v1/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await ThreatOf(program)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEveryDatabase]
    public async Task A_key_that_may_write_writes_under_the_name_of_the_program(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var program = With(site, await KeyAsync(administrator, permissions: ["WriteThreats"], clearance: "Internal"));
        program.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        var made = await ThreatOf(program);

        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());

        var entry = await site.AsConsoleAsync((db, _) => db.Journal.Where(e => e.Kind == "threat").OrderByDescending(e => e.Seq).FirstAsync());
        entry.ActorId.ShouldStartWith("api-client:");
        (await administrator.GetStringAsync("/api/v1/journal")).ShouldContain("Dashboard (wb_");
    }

    [Fact]
    public async Task The_API_document_says_how_a_program_and_a_browser_show_who_they_are()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var administrator = await site.SignInAsync(Role.Administrator);

        var document = await administrator.GetJsonAsync("/openapi.json");

        var schemes = document.GetProperty("components").GetProperty("securitySchemes");
        schemes.GetProperty("key").Text("scheme").ShouldBe("bearer");
        schemes.GetProperty("cookie").Text("name").ShouldBe("weerbaar");
        document.GetProperty("security").EnumerateArray().SelectMany(s => s.EnumerateObject()).Select(s => s.Name).ShouldBe(["key", "cookie"]);
    }

    [Theory, OnEveryDatabase]
    public async Task No_key_is_given_what_a_program_may_never_do(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var year = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(367);

        foreach (var wrong in new object[]
        {
            Request(permissions: ["ManagePeople"]), Request(permissions: ["SignIn"]), Request(permissions: ["LoadExamples"]), Request(permissions: ["OpenInEmergency"]),
            Request(until: year), Request(until: Soon.AddDays(-40)), Request(owner: "nobody"),
        })
        {
            (await administrator.SendJsonAsync(HttpMethod.Post, "/api-clients", wrong)).StatusCode.ShouldBe(HttpStatusCode.BadRequest, wrong.ToString());
        }

        (await administrator.GetJsonAsync("/api-clients")).GetProperty("total").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_gives_a_key_a_clearance_above_the_own()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var administrator = await site.SignInAsync(Role.Administrator, Marking.Internal);

        (await administrator.SendJsonAsync(HttpMethod.Post, "/api-clients", Request(clearance: "DepartmentalConfidential"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_key_is_made_only_shortly_after_signing_in_and_never_by_a_program()
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, clock);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var program = With(site, await KeyAsync(administrator));
        clock.Move(TimeSpan.FromMinutes(31));

        (await administrator.SendJsonAsync(HttpMethod.Post, "/api-clients", Request())).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await program.SendJsonAsync(HttpMethod.Post, "/api-clients", Request())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_key_in_the_address_or_in_a_cookie_is_no_key()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var key = await KeyAsync(administrator);
        using var visitor = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        foreach (var name in new[] { "access_token", "key", "api_key", "Authorization", "token" })
        {
            (await visitor.GetAsync($"/api/v1/me?{name}={key}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, name);
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me") { Headers = { { "Cookie", $"{name}={key}; weerbaar={key}" } } };
            (await visitor.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, name);
        }
    }

    [Fact]
    public async Task A_key_opens_no_page_and_gives_no_cookie()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var program = With(site, await KeyAsync(administrator));

        using var page = await program.GetAsync("/threats");
        using var api = await program.GetAsync("/api/v1/me");

        page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        api.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_with_a_wrong_key_is_refused_also_with_a_good_cookie()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var key = await KeyAsync(administrator);
        foreach (var wrong in new[] { "Bearer", "Bearer ", "Bearer wb_x", $"Bearer {key}x", $"Bearer {key[..^1]}", $"Basic {key}", key, $"Bearer {new string('x', 5000)}", $"Bearer {key.ToUpperInvariant()}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
            request.Headers.TryAddWithoutValidation("Authorization", wrong);

            (await administrator.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, wrong);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_wrong_key_is_journalled_once_a_minute_whether_there_is_such_a_client_or_not(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var key = await KeyAsync(administrator);
        foreach (var _ in new[] { 1, 2 })
        {
            foreach (var wrong in new[] { "nothing", "wb_nobody_x", $"{key}x" })
            {
                using var program = With(site, wrong);
                (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized, wrong);
            }

            clock.Move(TimeSpan.FromMinutes(1));
        }

        var refused = await site.AsConsoleAsync((db, _) => db.Journal.Where(e => e.Verb == "access.refused").ToListAsync());
        refused.Select(e => (e.Kind, e.ObjectId, e.Reason)).ShouldBe(Enumerable.Repeat(("api_client", "", "api-client: key"), 2));
    }

    [Fact]
    public void Keys_are_compared_in_one_way_that_does_not_stop_at_the_first_difference()
    {
        var key = ApiKey.New("client");
        var client = new Client("client", "A program", "owner", new ApiClientScope([], Marking.Public, Soon), key, DateTimeOffset.UnixEpoch);

        key.Fits(client).ShouldBeTrue();
        ApiKey.New("client").Fits(client).ShouldBeFalse();
        key.Fits(null).ShouldBeFalse();
        (key with { Text = "wb_client_" + new string('0', 43) }).Fits(null).ShouldBeFalse();
        Architecture.SourceTree.Below("src/Weerbaar/Platform/Access/ApiClients").Single(f => f.Name == "ApiKey.cs").Text.ShouldContain("FixedTimeEquals");
    }

    [Fact]
    public void A_key_has_256_random_bits_and_is_not_kept()
    {
        var (one, other) = (ApiKey.New("client"), ApiKey.New("client"));

        one.Text.ShouldStartWith("wb_client_");
        one.Text.Split('_', 3)[2].Length.ShouldBe(43);
        one.Text.ShouldNotBe(other.Text);
        new Client("client", "A program", "owner", new ApiClientScope([], Marking.Public, Soon), one, DateTimeOffset.UnixEpoch).KeyHash.ShouldNotContain(one.Text);
    }

    [Theory, OnEveryDatabase]
    public async Task The_last_use_is_noted_once_an_hour_and_neither_key_nor_hash_enters_the_journal(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var key = await KeyAsync(administrator);
        using var program = With(site, key);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await program.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK)));

        var journal = await site.AsConsoleAsync((db, _) => db.Journal.ToListAsync());
        journal.Count(e => e.Verb == "access.use-api-client").ShouldBe(1);
        var hash = await site.AsConsoleAsync((db, _) => db.Set<Client>().Select(c => c.KeyHash).SingleAsync());
        journal.ShouldAllBe(e => !(e.Before + e.After).Contains(key, StringComparison.Ordinal) && !(e.Before + e.After).Contains(hash, StringComparison.Ordinal));
        (await administrator.GetJsonAsync("/api-clients")).GetProperty("items")[0].GetProperty("usedAt").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Theory, OnEveryDatabase]
    public async Task The_page_shows_the_key_once_and_revokes_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var made = await administrator.SubmitAsync(
            "/api-clients/new", await administrator.PageAsync("/api-clients/new"), ("Input.Name", "Dashboard"), ("Input.Permissions", "ReadJournal"), ("Input.Clearance", "Public"));
        var key = made.QuerySelector("code.w-key")!.TextContent;
        using var program = With(site, key);
        (await program.GetAsync("/api/v1/journal")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var list = await administrator.GetStringAsync("/api-clients");
        list.ShouldContain(key.Split('_')[1]);
        list.ShouldNotContain(key.Split('_', 3)[2]);
        var action = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(list).QuerySelector("main form")!.GetAttribute("action");
        using var revoked = await administrator.PostAsync($"/api-clients{action}", TestSite.Form(list));

        (await program.GetAsync("/api/v1/journal")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
