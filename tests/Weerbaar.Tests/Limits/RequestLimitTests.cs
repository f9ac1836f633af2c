using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Limits;

namespace Weerbaar.Tests.Limits;

public sealed class RequestLimitTests
{
    [Fact]
    public async Task A_person_who_asks_too_often_is_told_when_to_come_back_and_others_are_not()
    {
        await using var site = await StartAsync(new RequestLimits(OfPerson: 12, OfAddress: 1000, Exports: 1000));
        using var hasty = await site.SignInAsync(Role.Reader);
        using var other = await site.SignInAsync(Role.Reader);

        using var api = await LastOfAsync(hasty, "/api/v1/me", 13);
        using var page = await hasty.GetAsync("/threats");

        api.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        int.Parse(api.Headers.GetValues("Retry-After").Single(), System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        api.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await api.Content.ReadFromJsonAsync<JsonElement>()).Text("detail").ShouldContain("Wacht");
        page.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        page.Headers.Contains("Retry-After").ShouldBeTrue();
        (await page.Content.ReadAsStringAsync()).ShouldContain("te veel verzoeken");
        (await other.GetAsync("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_that_asks_too_often_is_told_to_wait_whoever_it_is()
    {
        await using var site = await StartAsync(new RequestLimits(1000, OfAddress: 20, 1000));
        using var visitor = site.Visitor();

        using var api = await LastOfAsync(visitor, "/api/v1/me", 21);
        using var page = await visitor.GetAsync("/sign-in");

        api.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        page.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await page.Content.ReadAsStringAsync()).ShouldContain("te veel verzoeken");
    }

    [Fact]
    public async Task Files_and_reports_have_a_limit_of_their_own()
    {
        await using var site = await StartAsync(new RequestLimits(1000, 1000, Exports: 2));
        using var reader = await site.SignInAsync(Role.Reader);

        using var export = await LastOfAsync(reader, "/threats?format=csv", 3);

        export.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await reader.GetAsync("/threats")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whatever_leaves_counts_as_a_file_by_whichever_way_it_is_asked_for()
    {
        await using var site = await StartAsync(new RequestLimits(1000, 1000, Exports: 2));
        foreach (var path in new[]
        {
            "/exports/threats/csv", "/exports/threats/json", "/journal/export", "/rounds/r/diagram.svg", "/rounds/r/uncertainty/files/ranks.csv", "/reports/findings/r", "/reports/findings/r/pdf",
            "/api/v1/tables/threats", "/api/v1/journal/export", "/api/v1/rounds/r/uncertainty/run", "/api/v1/reports/findings/r",
        })
        {
            using var somebody = await site.SignInAsync(Role.Administrator);
            using var first = await somebody.GetAsync(path);
            using var third = await LastOfAsync(somebody, path, 2);

            first.StatusCode.ShouldNotBe(HttpStatusCode.TooManyRequests, path);
            third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, path);
            (await somebody.GetAsync("/threats")).StatusCode.ShouldBe(HttpStatusCode.OK, path);
        }
    }

    [Fact]
    public async Task Questions_about_health_and_files_of_the_site_are_not_counted()
    {
        await using var site = await StartAsync(new RequestLimits(1, OfAddress: 1, 1));
        using var visitor = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = site.Address };

        (await LastOfAsync(visitor, "/health/ready", 5)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await LastOfAsync(visitor, "/web/manifest.json", 5)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("192.0.2.1", "192.0.2.1")]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1")]
    [InlineData("2001:db8:1:2::9", "20010db800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010db800010002")]
    public void A_network_of_version_6_counts_as_one_address(string address, string counted) =>
        RequestGates.AddressOf(IPAddress.Parse(address)).ShouldBe(counted);

    private static Task<TestSite> StartAsync(RequestLimits limits) => TestSite.StartAsync(DatabaseKind.Sqlite, limits: limits);

    private static async Task<HttpResponseMessage> LastOfAsync(HttpClient client, string path, int times)
    {
        for (var i = 1; i < times; i++)
        {
            (await client.GetAsync(path)).Dispose();
        }

        return await client.GetAsync(path);
    }
}
