using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Weerbaar.Tests.Fuzz;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests.NonInterference;

/// <summary>
/// Asks both worlds the same, for one reader: every page the program has, and every operation of its OpenAPI document,
/// about what both have, about what only one has, and about what neither has. Nothing is named here that is asked: a new
/// page or route is walked because it is there. Every byte counts: status, headers, body.
/// </summary>
internal sealed partial class Walk(TwoWorlds worlds, string cookie)
{
    /// <summary>What is about the reader alone and holds keys made anew each time; what needs a browser; what never ends.</summary>
    private static readonly string[] leftOut = ["/account", "sign-in", "sign-out", "/pdf", "/live", "{format:regex(^(svg|png)$)}"];

    private static readonly string[] headersThatChange = ["Date", "X-Request-ID", "Set-Cookie", "Transfer-Encoding"];

    private readonly HttpClient with = Client(worlds.With, cookie);
    private readonly HttpClient without = Client(worlds.Without, cookie);

    public int Asked { get; private set; }

    /// <summary>What tells the two worlds apart, each with where the answers part.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(Func<string, bool>? which = null)
    {
        var found = new List<string>();
        foreach (var (method, path, body) in await RequestsAsync())
        {
            if (which?.Invoke(path) != false && await DifferenceAsync(method, path, body) is { } difference)
            {
                found.Add($"{method} {path}: {difference}");
            }
        }

        return found;
    }

    private async Task<string?> DifferenceAsync(HttpMethod method, string path, string? body)
    {
        Asked++;
        var (one, other) = (await AnswerAsync(with, method, path, body), await AnswerAsync(without, method, path, body));
        if (one == other)
        {
            return null;
        }

        var at = one.Zip(other).TakeWhile(p => p.First == p.Second).Count();
        return $"…{Around(one, at)}… and …{Around(other, at)}…";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 80)].ReplaceLineEndings(" ");

    private static async Task<string> AnswerAsync(HttpClient client, HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (method != HttpMethod.Get)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            request.Content = new StringContent(body ?? "{}", Encoding.UTF8, "application/json");
        }

        using var answer = await client.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => !headersThatChange.Contains(h.Key))
            .OrderBy(h => h.Key, StringComparer.Ordinal).Select(h => $"{h.Key}: {string.Join(", ", h.Value)}");
        var content = MadeAnew().Replace(await answer.Content.ReadAsStringAsync(), "");
        return $"{(int)answer.StatusCode}\n{string.Join('\n', headers.Where(h => !h.StartsWith("Content-Length", StringComparison.Ordinal)))}\n\n{content}";
    }

    private async Task<IReadOnlyList<(HttpMethod Method, string Path, string? Body)>> RequestsAsync()
    {
        var document = JsonNode.Parse(await without.GetStringAsync("/api/v1/openapi.json"))!;
        var pages = worlds.Without.Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct();
        var asked = pages.SelectMany(Filled).SelectMany(p => new[] { p, $"{p}?format=csv", $"{p}?q={TwoWorlds.Secret}&with={worlds.Unseen[2]}&from=1&to=2" })
            .Select(p => (HttpMethod.Get, p, (string?)null));
        return [.. asked.Concat(Operation.Of(document).SelectMany(Requests)).Where(r => !leftOut.Any(r.Item2.Contains))];
    }

    /// <summary>An operation with what it asks for: words of what is hidden where it takes words, its ids where it takes ids.</summary>
    private IEnumerable<(HttpMethod, string, string?)> Requests(Operation operation)
    {
        var query = string.Join('&', operation.Parameters.Where(p => p.In == "query").Select(p => (p.Name, Value: ValueOf(p.Name))).Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"));
        var method = new HttpMethod(operation.Method);
        foreach (var path in Filled(operation.Path))
        {
            if (method == HttpMethod.Get)
            {
                yield return (method, path, null);
            }

            foreach (var body in method == HttpMethod.Get ? [null] : Bodies())
            {
                yield return (method, query.Length == 0 ? path : $"{path}?{query}", body);
            }
        }
    }

    /// <summary>A change that is refused for its fields, and one that refers to what is hidden.</summary>
    private string?[] Bodies() =>
    [
        "{}",
        new JsonObject
        {
            ["marking"] = "Internal", ["reason"] = "Zomaar", ["restsOn"] = new JsonArray(worlds.Unseen[0]), ["title"] = new JsonObject { ["nl"] = TwoWorlds.Secret, ["en"] = "" },
        }.ToJsonString(),
    ];

    private string? ValueOf(string name) => name switch
    {
        "q" => TwoWorlds.Secret,
        "with" or "one" or "objectId" => worlds.Unseen[2],
        "other" => worlds.Open.Ids["scenario"],
        "from" => "1",
        "to" => "2",
        "samples" => "200",
        "marking" => "public",
        "recipient" => "BZK",
        _ => null,
    };

    private IEnumerable<string> Filled(string route) => Parameter().Match(route) is { Success: true } parameter
        ? Values(route, parameter.Groups["name"].Value).SelectMany(value => Filled(route.Replace(parameter.Value, value, StringComparison.Ordinal)))
        : [route];

    private IEnumerable<string> Values(string route, string name) => name switch
    {
        "criterion" => [worlds.Open.Criterion],
        "scenarioId" => [worlds.Open.Ids["scenario"], worlds.Unseen[1]],
        "table" => UncertaintyTables.Names.Take(2),
        "file" => ["run.json", "ranks.csv"],
        "name" => ["threats", "scenarios", "measures", "judgements", "measure-progress"],
        "format" => ["csv", "json"],
        "editionId" => ["nl-2009"],
        "code" => ["404"],
        "step" => ["establish", "reopen"],
        _ => [.. OfRoute(route), worlds.Unseen[0], worlds.Unseen[2], worlds.Unseen[^1], "nergens"],
    };

    /// <summary>The object that the page or route is about where its address says which kind; one of each where it does not.</summary>
    private IEnumerable<string> OfRoute(string route) =>
        worlds.Open.Ids.Where(o => route.Contains($"/{o.Key}s/", StringComparison.Ordinal)).Select(o => o.Value).ToList() is { Count: > 0 } own ? own
        : route.Contains("findings", StringComparison.Ordinal) ? [worlds.Open.Ids["round"]]
        : worlds.Open.Ids.Values;

    private static HttpClient Client(TestSite site, string cookie)
    {
        var client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = site.Address };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    /// <summary>Made anew for every answer, at random and not of what is stored: tokens of forms, sealed places in the journal, ids to be, references of errors.</summary>
    [GeneratedRegex("""(?<=name="__RequestVerificationToken" type="hidden" value=")[^"]+|(?<= data-live=")[^"]+|(?<=name="Input\.NewId" value=")[0-9a-z]{16}|(?<=name="Input\.FormKey" value=")[^"]+|\b(?:[0-9a-f]{32}|[0-9a-f]{20})\b|(?<="traceId":")[^"]+|00-[0-9a-f]{32}-[0-9a-f]{16}-0\d""")]
    private static partial Regex MadeAnew();

    [GeneratedRegex(@"\{(?<name>\w+)(?:[^{}]|\([^)]*\))*\}")]
    private static partial Regex Parameter();
}
