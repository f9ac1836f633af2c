using Weerbaar.Tests.Assessment;

namespace Weerbaar.Tests.NonInterference;

/// <summary>One object of every kind, from threat to measure, each resting on the one before and on some others.</summary>
internal sealed record PublicThread(IReadOnlyDictionary<string, string> Ids, string Criterion)
{
    private const string Marked = $"Begin [[DEPV 5.1.2.b: {TwoWorlds.Passage}]] eind";

    public static async Task<PublicThread> MakeAsync(HttpClient client, string words, IReadOnlyDictionary<string, string> others, string marking)
    {
        var made = new Dictionary<string, string>();
        string[] On(params string[] kinds) => [.. kinds.SelectMany(k => new[] { others.GetValueOrDefault(k), made.GetValueOrDefault(k) }).OfType<string>()];
        object Title(string what) => new { nl = $"{words} {what}", en = $"{words} {what} en" };
        async Task AddAsync(string kind, string path, object body) => made[kind] = (await client.PostJsonAsync(path, body)).Text("id");

        await AddAsync("threat", "/threats", new { title = Title("dreiging"), summary = Title("samenvatting"), restsOn = On("threat"), marking });
        await AddAsync("scenario", "/scenarios", new { nature = "Hazard", title = Title("scenario"), context = Title("context"), course = Title("verloop"), restsOn = On("threat"), marking });
        await AddAsync("round", "/rounds", new { title = Title("ronde"), editionId = "nl-2009", scenarioIds = On("scenario"), marking });
        foreach (var scenario in On("scenario"))
        {
            await client.JudgeAllAsync(made["round"], scenario, "C");
        }

        await AddAsync("advice", "/advices", new { adviceKind = "Advice", title = Title("advies"), restsOn = On("scenario", "round"), marking });
        await AddAsync("decision", "/decisions", new { title = Title("besluit"), date = "2026-07-03", body = Title("kabinet"), adopts = On("advice"), basis = made["round"], restsOn = On("scenario"), marking });
        await AddAsync("measure", "/measures", new { title = Title("maatregel"), summary = Title("uitwerking"), due = "2026-12-20", restsOn = On("decision", "advice"), marking });
        await AddAsync("product", "/products", new { productKind = "RiskAssessment", title = Title("product"), due = "2026-12-01", restsOn = On("round", "measure"), marking });
        await ReportAsync(client, made["measure"], words);
        return new(made, RoundRequests.Criteria[0]);
    }

    /// <summary>Puts a passage that is marked higher into every long text there is.</summary>
    public async Task MarkPassagesAsync(HttpClient client)
    {
        var text = new { nl = Marked, en = Marked };
        await SendAsync(client, HttpMethod.Post, $"/threats/{Ids["threat"]}/developments", new { date = "2026-05-01", side = "Threat", text });
        await SendAsync(client, HttpMethod.Post, $"/scenarios/{Ids["scenario"]}/versions", new
        {
            nature = "Hazard", title = new { nl = "Openbaar scenario", en = "" }, context = text, trigger = text, course = text, reason = "Gemarkeerd",
            consequences = new[] { new { interest = "T", text } }, assumptions = new[] { new { text, confidence = "High" } }, planningAssumptions = new[] { text }, sources = new[] { text },
        });
        await SendAsync(client, HttpMethod.Put, $"/rounds/{Ids["round"]}/scenarios/{Ids["scenario"]}/judgements/{Criterion}", new { lower = "C", best = "C", upper = "D", reason = text });
        await SendAsync(client, HttpMethod.Put, $"/rounds/{Ids["round"]}/scenarios/{Ids["scenario"]}/overall", new { range = new { lower = "C", best = "C", upper = "D" }, note = text }, 1);
        await EditAsync(client, "/threats", "threat", new { threatKind = "Threat", title = Said("dreiging"), summary = text, incidentCategories = Array.Empty<object>(), restsOn = Array.Empty<string>(), reason = "Gemarkeerd" });
        await EditAsync(client, "/decisions", "decision", new { title = Said("besluit"), date = "2026-07-03", body = Said("kabinet"), text, adopts = new[] { Ids["advice"] }, restsOn = new[] { Ids["scenario"] }, reason = "Gemarkeerd" });
        await SendAsync(client, HttpMethod.Post, $"/measures/{Ids["measure"]}/progress", new { date = "2026-05-02", text, status = "Running" }, 2);
    }

    /// <summary>Writes other words in some of those passages, once more, and nothing else: as anybody at work does.</summary>
    public async Task RewritePassagesAsync(HttpClient client, string words)
    {
        object Text() => new { nl = Marked.Replace(": ", $" #1: {words} ", StringComparison.Ordinal), en = Marked.Replace(": ", $" #2: {words} ", StringComparison.Ordinal) };
        var judged = $"/rounds/{Ids["round"]}/scenarios/{Ids["scenario"]}";
        await SendAsync(client, HttpMethod.Put, $"{judged}/judgements/{Criterion}", new { lower = "C", best = "C", upper = "D", reason = Text() }, 2);
        await SendAsync(client, HttpMethod.Put, $"{judged}/overall", new { range = new { lower = "C", best = "C", upper = "D" }, note = Text() }, 2);
        await SendAsync(client, HttpMethod.Put, $"/threats/{Ids["threat"]}", new { threatKind = "Threat", title = Said("dreiging"), summary = Text(), incidentCategories = Array.Empty<object>(), restsOn = Array.Empty<string>(), reason = words }, 3);
    }

    private static object Said(string what) => new { nl = $"Openbaar {what}", en = "" };

    private static Task ReportAsync(HttpClient client, string measure, string words) =>
        SendAsync(client, HttpMethod.Post, $"/measures/{measure}/progress", new { date = "2026-05-01", text = new { nl = words, en = "" }, status = "Running" });

    private Task EditAsync(HttpClient client, string path, string kind, object body) => SendAsync(client, HttpMethod.Put, $"{path}/{Ids[kind]}", body, kind == "threat" ? 2 : 1);

    private static async Task SendAsync(HttpClient client, HttpMethod method, string path, object body, long version = 1)
    {
        using var answer = await client.SendJsonAsync(method, path, body, version);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
