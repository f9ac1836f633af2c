using System.Text.Json;

namespace Weerbaar.Tests.Live;

/// <summary>A browser that listens to what others change: it reads events, and can come back where it was.</summary>
internal sealed class LiveBrowser : IDisposable
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly HttpResponseMessage answer;
    private readonly StreamReader lines;
    private readonly CancellationTokenSource late = new(patience);

    private LiveBrowser(HttpResponseMessage answer, StreamReader lines) => (this.answer, this.lines) = (answer, lines);

    /// <summary>Where it is, as the last event said it.</summary>
    public string Position { get; private set; } = "";

    public int Status => (int)answer.StatusCode;

    public bool IsListening => answer.Content.Headers.ContentType?.MediaType == "text/event-stream";

    /// <summary>The place that a page was made at.</summary>
    public static async Task<string> PlaceOfAsync(HttpClient client, string page = "/threats") =>
        (await client.PageAsync(page)).Body!.GetAttribute("data-live")!;

    public static async Task<LiveBrowser> OpenAsync(HttpClient client, string? from = null, string? last = null, Uri? at = null, string stream = "/live")
    {
        var path = from is null ? stream : $"{stream}?from={from}";
        using var request = new HttpRequestMessage(HttpMethod.Get, at is null ? new Uri(path, UriKind.Relative) : new Uri(at, path));
        if (last is not null)
        {
            request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
        }

        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var browser = new LiveBrowser(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        if (browser.IsListening)
        {
            (await browser.LineAsync())!.ShouldStartWith("retry: ");
        }

        return browser;
    }

    /// <summary>What the next event tells; null when the server ends it, and the word <c>reload</c> as the only verb when it says so.</summary>
    public async Task<IReadOnlyList<Told>?> NextAsync()
    {
        while (await LineAsync() is { } line)
        {
            if (line == "event: reload")
            {
                return [new Told("", "", "", "reload", "")];
            }

            Position = line.StartsWith("id: ", StringComparison.Ordinal) ? line[4..] : Position;
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return JsonSerializer.Deserialize<List<Told>>(line[6..], JsonSerializerOptions.Web);
            }
        }

        return null;
    }

    /// <summary>What is told up to and with something about an object.</summary>
    public async Task<IReadOnlyList<Told>> UntilAsync(string id)
    {
        var told = new List<Told>();
        while (!told.Any(t => t.Id == id))
        {
            told.AddRange(await NextAsync() ?? throw new InvalidOperationException($"It ended before {id} was told of."));
        }

        return told;
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
        late.Dispose();
    }

    private async Task<string?> LineAsync()
    {
        try
        {
            return await lines.ReadLineAsync(late.Token);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public sealed record Told(string Kind, string Id, string Of, string Verb, string Who);
}
