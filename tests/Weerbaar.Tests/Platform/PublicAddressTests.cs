using Weerbaar.Platform.Access;
using Weerbaar.Tests.Access;

namespace Weerbaar.Tests.Platform;

/// <summary>Behind a proxy that speaks TLS with people, and plain HTTP with the program.</summary>
public sealed class PublicAddressTests
{
    private const string address = "https://weerbaar.example.org";

    [Fact]
    public async Task Cookies_are_secure_and_links_of_the_address_people_use()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, publicUrl: address);
        using var proxy = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };

        using var page = await proxy.GetAsync("/sign-in");
        using var asked = await proxy.GetAsync("/threats");

        page.Headers.GetValues("Set-Cookie").ShouldAllBe(cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
        asked.Headers.Location!.ToString().ShouldStartWith($"{address}/sign-in");
        page.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("evil.example")]
    public async Task What_a_request_says_its_host_is_does_not_count(string host)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, publicUrl: address);
        using var proxy = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/threats") { Headers = { Host = host } };

        using var asked = await proxy.SendAsync(request);

        asked.Headers.Location!.Host.ShouldBe("weerbaar.example.org");
    }
}
