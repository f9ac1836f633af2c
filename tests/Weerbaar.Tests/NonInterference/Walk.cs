using System.Text;
using System.Text.RegularExpressions;

namespace Weerbaar.Tests.NonInterference;

/// <summary>Asks both worlds the same, for one reader. Every byte counts: status, headers, body.</summary>
internal sealed partial class Walk(TwoWorlds worlds, string cookie)
{
    private static readonly string[] headersThatChange = ["Date", "X-Request-ID", "Set-Cookie", "Transfer-Encoding", "Content-Length"];

    private readonly HttpClient with = Client(worlds.With, cookie);
    private readonly HttpClient without = Client(worlds.Without, cookie);

    public int Asked { get; private set; }

    /// <summary>Everything there is to ask, about what both have, what only one has, and what neither has.</summary>
    public async Task<IReadOnlyList<Question>> QuestionsAsync() => Questions.Of(worlds, (await without.GetJsonAsync("/me")).Text("id"), await without.GetStringAsync("/api/v1/openapi.json"));

    /// <summary>What tells the two worlds apart, each with where the answers part.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(Func<string, bool> which) => await DifferencesAsync((await QuestionsAsync()).Where(q => which(q.Path)));

    public Task<IReadOnlyList<string>> DifferencesAsync(IEnumerable<string> paths) => DifferencesAsync(paths.Select(p => new Question(HttpMethod.Get, p, null)));

    /// <summary>Asked of both worlds at once: each writes the same in its journal, in the same order.</summary>
    public Task<string[]> AnswersAsync(Question asked) => Task.WhenAll(Task.Run(() => AnswerAsync(with, asked)), Task.Run(() => AnswerAsync(without, asked)));

    public static HttpClient Client(TestSite site, string cookie)
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    private async Task<IReadOnlyList<string>> DifferencesAsync(IEnumerable<Question> questions)
    {
        var found = new List<string>();
        foreach (var asked in questions)
        {
            Asked++;
            var answers = await AnswersAsync(asked);
            if (answers[0] != answers[1])
            {
                found.Add($"{asked.Method} {asked.Path}: {WhereTheyPart(answers[0], answers[1])}");
            }
        }

        return found;
    }

    private static string WhereTheyPart(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        return $"…{Around(one, at)}… and …{Around(other, at)}…";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 80)].ReplaceLineEndings(" ");

    private static async Task<string> AnswerAsync(HttpClient client, Question asked)
    {
        using var request = new HttpRequestMessage(asked.Method, asked.Path);
        if (asked.Method != HttpMethod.Get)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            request.Content = new StringContent(asked.Body ?? "{}", Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => !headersThatChange.Contains(h.Key))
            .OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers)}\n\n{await ContentAsync(answer.Content)}";
    }

    private static async Task<string> ContentAsync(HttpContent content) => content.Headers.ContentType?.MediaType switch
    {
        "application/pdf" => PrintedAt().Replace(Encoding.Latin1.GetString(await content.ReadAsByteArrayAsync()), "$1"),
        "image/png" => Convert.ToBase64String(await content.ReadAsByteArrayAsync()),
        _ => HexMadeAnew().Replace(MadeAnew().Replace(await content.ReadAsStringAsync(), "$1"), ""),
    };

    /// <summary>Made anew for every answer, at random and not of what is stored: tokens of forms, places in the journal, ids to be, keys of a code app.</summary>
    [GeneratedRegex("""(name="__RequestVerificationToken" type="hidden" value="| data-live="|name="Input\.NewId" value="|name="Input\.FormKey" value="|<code class="w-key">|<path fill="#000" d="|"traceId":")[^"<]+""")]
    private static partial Regex MadeAnew();

    /// <summary>The same: references of requests and errors.</summary>
    [GeneratedRegex(@"00-[0-9a-f]{32}-[0-9a-f]{16}-0\d|\b[0-9a-f]{20}(?:[0-9a-f]{12})?\b")]
    private static partial Regex HexMadeAnew();

    /// <summary>The moment on the clock of the machine at which the browser printed.</summary>
    [GeneratedRegex(@"(/(?:CreationDate|ModDate) \(D:)[0-9+'Z-]+")]
    private static partial Regex PrintedAt();
}
