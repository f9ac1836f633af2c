using System.Net.Http.Headers;
using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.CommandLine;

namespace Weerbaar.Tests.Observability;

/// <summary>What the real program logs while everything is asked of it, also what goes wrong.</summary>
public sealed class LogTests : IDisposable
{
    private const string secret = "zwanenzang";

    private readonly WeerbaarProcess program = new();

    public void Dispose() => program.Dispose();

    [Fact]
    public async Task The_log_is_lines_of_JSON_and_holds_no_word_of_what_is_marked()
    {
        var running = program.Start(new Dictionary<string, string> { ["Weerbaar__Log"] = "json" }, "serve", "--url", "http://127.0.0.1:0", "--data", program.Data);
        var address = new Uri((await running.StandardOutput.ReadLineAsync())!["Weerbaar listens on ".Length..]);
        var link = new Uri((await running.StandardOutput.ReadLineAsync())!["Sign in once with: ".Length..]);
        using var client = new HttpClient(new HttpClientHandler { UseCookies = true }) { BaseAddress = address };
        await client.PostAsync(link, TestSite.Form(await client.GetStringAsync(link)));

        await WalkAsync(client);
        File.Delete(Path.Combine(program.Data, "weerbaar.sqlite"));
        Directory.CreateDirectory(Path.Combine(program.Data, "weerbaar.sqlite"));
        await WalkAsync(client);
        WeerbaarProcess.Terminate(running);
        var ended = await WeerbaarProcess.EndAsync(running);

        var log = ended.Output + ended.Error;
        log.ShouldNotContain(secret);
        ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => JsonDocument.Parse(line, default).RootElement.ValueKind == JsonValueKind.Object);
    }

    /// <summary>Makes, reads, searches and breaks things that carry the word wherever a word can be.</summary>
    private static async Task WalkAsync(HttpClient client)
    {
        var title = new { nl = secret, en = secret };
        using var made = await client.SendJsonAsync(HttpMethod.Post, "/threats", new { title, marking = "DepartmentalConfidential" });
        using var twice = await client.SendJsonAsync(HttpMethod.Post, "/scenarios", new { nature = secret, title });
        using var broken = new StringContent("{ \"title\": \"" + secret);
        broken.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        (await client.PostAsync("/api/v1/threats", broken)).Dispose();
        foreach (var path in new[] { $"/search?q={secret}", $"/api/v1/search?q={secret}", $"/scenarios?q={secret}", $"/api/v1/rounds?q={secret}&page=x", $"/language?returnUrl={secret}", "/threats?format=csv", "/journal", "/" })
        {
            (await client.GetAsync(path)).Dispose();
        }
    }
}
