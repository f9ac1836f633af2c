using System.Net;
using System.Text.RegularExpressions;
using Weerbaar.Tests.CommandLine;

namespace Weerbaar.Tests.Observability;

/// <summary>The real program with metrics, and its log, looked at from outside.</summary>
public sealed partial class MetricsTests : IDisposable
{
    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task Metrics_are_given_on_their_own_address_only_without_a_single_id()
    {
        var (site, metrics) = (FreePort(), FreePort());
        var running = program.Start("serve", "--url", $"http://127.0.0.1:{site}", "--metrics-url", $"http://127.0.0.1:{metrics}", "--data", program.Data);
        (await running.StandardOutput.ReadLineAsync()).ShouldStartWith("Weerbaar listens on ");
        using var client = new HttpClient();
        await client.GetAsync($"http://127.0.0.1:{site}/threats/some-hidden-id");

        var text = await client.GetStringAsync($"http://127.0.0.1:{metrics}/metrics");
        using var rebound = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{metrics}/metrics") { Headers = { Host = "evil.example" } };
        (await client.SendAsync(rebound)).StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        using var onSite = await client.GetAsync($"http://127.0.0.1:{site}/metrics");
        using var elsewhere = await client.GetAsync($"http://127.0.0.1:{metrics}/health/ready");
        running.Kill();
        await WeerbaarProcess.EndAsync(running);

        text.ShouldContain("http_route=\"threats/{id}\"");
        text.ShouldContain("# TYPE weerbaar_live_connections gauge");
        text.ShouldNotContain("some-hidden-id");
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => Line().IsMatch(line));
        (await onSite.Content.ReadAsStringAsync()).ShouldNotContain("weerbaar_live");
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static int FreePort()
    {
        using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^(# TYPE \w+ (counter|gauge|histogram)|\w+(\{(\w+=""[^""]*"",?)+\})? (-?[0-9.E+-]+|NaN|\+Inf))$")]
    private static partial Regex Line();
}
