using System.Net.Http.Headers;
using Weerbaar.Tests.CommandLine;

namespace Weerbaar.Tests.Observability;

/// <summary>One run of the real program, with all it logs and sends to a collector, while everything is asked of it, also what goes wrong.</summary>
public sealed class WatchedRun : IAsyncLifetime
{
    /// <summary>Only in what is marked.</summary>
    public const string Secret = "zwanenzang";

    internal WeerbaarProcess.Ended Ended { get; private set; } = null!;

    internal IReadOnlyList<Collector.Message> Sent { get; private set; } = [];

    public async Task InitializeAsync()
    {
        using var program = new WeerbaarProcess();
        await using var collector = await Collector.StartAsync();
        var settings = new Dictionary<string, string>
        {
            ["Weerbaar__Log"] = "json", ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        };
        var running = program.Start(settings, "serve", "--url", "http://127.0.0.1:0", "--data", program.Data);
        var address = new Uri((await running.StandardOutput.ReadLineAsync())!["Weerbaar listens on ".Length..]);
        var link = new Uri((await running.StandardOutput.ReadLineAsync())!["Sign in once with: ".Length..]);
        using var client = new HttpClient(new HttpClientHandler { UseCookies = true }) { BaseAddress = address };
        await client.PostAsync(link, TestSite.Form(await client.GetStringAsync(link)));

        await WalkAsync(client);
        File.Delete(Path.Combine(program.Data, "weerbaar.sqlite"));
        Directory.CreateDirectory(Path.Combine(program.Data, "weerbaar.sqlite"));
        await WalkAsync(client);
        WeerbaarProcess.Terminate(running);
        (Ended, Sent) = (await WeerbaarProcess.EndAsync(running), collector.Received);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Makes, reads, searches and breaks things that carry the word wherever a word can be.</summary>
    private static async Task WalkAsync(HttpClient client)
    {
        var title = new { nl = Secret, en = Secret };
        using var made = await client.SendJsonAsync(HttpMethod.Post, "/threats", new { title, marking = "DepartmentalConfidential" });
        using var twice = await client.SendJsonAsync(HttpMethod.Post, "/scenarios", new { nature = Secret, title });
        using var broken = new StringContent("{ \"title\": \"" + Secret);
        broken.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await client.PostAsync("/api/v1/threats", broken)).Dispose();
        foreach (var path in new[] { $"/search?q={Secret}", $"/api/v1/search?q={Secret}", $"/threats/{Secret}", $"/scenarios?q={Secret}", $"/api/v1/rounds?q={Secret}&page=x", $"/language?returnUrl={Secret}", "/threats?format=csv", "/journal", "/" })
        {
            (await client.GetAsync(path)).Dispose();
        }
    }
}
