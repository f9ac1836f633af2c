using Weerbaar.Platform.Access;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Weerbaar.Platform;

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
    [InlineData("http://intranet.example.org", "http://intranet.example.org", HttpStatusCode.Created)]
    [InlineData("http://intranet.example.org:8080", "http://intranet.example.org:8080", HttpStatusCode.Created)]
    [InlineData("http://intranet.example.org:8080", "http://intranet.example.org", HttpStatusCode.Forbidden)]
    public async Task A_page_of_the_address_people_use_may_change_things(string used, string origin, HttpStatusCode expected)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite, publicUrl: used);
        using var analyst = await site.SignInAsync(Role.Analyst);
        analyst.DefaultRequestHeaders.Add("Origin", origin);

        using var answer = await analyst.SendJsonAsync(HttpMethod.Post, "/threats", new { title = new { nl = "Dreiging", en = "Threat" } });

        answer.StatusCode.ShouldBe(expected);
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

    [Theory]
    [InlineData("127.0.0.1", "198.51.100.7", "198.51.100.7")]
    [InlineData("10.1.2.3", "198.51.100.7", "198.51.100.7")]
    [InlineData("::ffff:10.1.2.3", "198.51.100.7", "198.51.100.7")]
    [InlineData("10.1.3.3", "198.51.100.7", "10.1.3.3")]
    [InlineData("203.0.113.9", "198.51.100.7", "203.0.113.9")]
    [InlineData("10.1.2.3", "192.0.2.66, 198.51.100.7", "198.51.100.7")]
    [InlineData("10.1.2.3", "192.0.2.66, 198.51.100.7, 10.1.2.4", "198.51.100.7")]
    public void Whom_a_proxy_asks_for_is_believed_of_those_that_are_trusted_and_of_nobody_else(string from, string says, string counted)
    {
        var options = PublicAddress.Forwarded([System.Net.IPNetwork.Parse("10.1.2.0/24")]);
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) } };
        http.Request.Headers["X-Forwarded-For"] = says;

        new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(options)).ApplyForwarders(http);

        http.Connection.RemoteIpAddress.ShouldBe(IPAddress.Parse(counted));
    }
}
