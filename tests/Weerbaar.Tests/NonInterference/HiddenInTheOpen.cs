using Weerbaar.Tests.Assessment;

namespace Weerbaar.Tests.NonInterference;

/// <summary>What is marked higher and lies in the open all the same: a scenario in an open round, a decision under an open measure.</summary>
internal sealed record HiddenInTheOpen(string Scenario, string Decision)
{
    private const string Marking = "DepartmentalConfidential";

    /// <summary>Before the worlds part, so that both have it; the open decision is taken on all of the round.</summary>
    public static async Task<HiddenInTheOpen> PutAsync(HttpClient client, PublicThread open)
    {
        var scenario = (await client.PostJsonAsync("/scenarios", new { nature = "Hazard", title = Said("scenario"), context = Said("context"), course = Said("verloop"), marking = Marking })).Text("id");
        var round = (await client.GetJsonAsync($"/rounds/{open.Ids["round"]}")).GetProperty("round");
        await SendAsync(client, $"/rounds/{open.Ids["round"]}", new { title = round.GetProperty("title"), summary = round.GetProperty("summary"), restsOn = round.GetProperty("restsOn"), scenarioIds = new[] { open.Ids["scenario"], scenario }, reason = "Erbij" }, round);
        await client.JudgeAllAsync(open.Ids["round"], scenario, "B");
        var decision = await client.GetJsonAsync($"/decisions/{open.Ids["decision"]}");
        await SendAsync(client, $"/decisions/{open.Ids["decision"]}/basis", new { reason = "Op het geheel" }, decision.GetProperty("decision"));
        var under = (await client.PostJsonAsync("/decisions", new { title = Said("besluit"), date = "2026-07-04", body = Said("kabinet"), marking = Marking })).Text("id");
        var measure = await client.GetJsonAsync($"/measures/{open.Ids["measure"]}");
        await SendAsync(client, $"/measures/{open.Ids["measure"]}", new { title = measure.GetProperty("title"), summary = measure.GetProperty("summary"), due = "2026-12-20", restsOn = new[] { open.Ids["decision"], open.Ids["advice"], under }, reason = "Rust op meer" }, measure);
        return new(scenario, under);
    }

    /// <summary>In one world it is judged otherwise, and called otherwise.</summary>
    public async Task ChangeAsync(HttpClient client, PublicThread open)
    {
        await client.JudgeAsync(open.Ids["round"], Scenario, open.Criterion, "E", version: 1);
        await SendAsync(client, HttpMethod.Put, $"/rounds/{open.Ids["round"]}/scenarios/{Scenario}/likelihood", new { range = new { lower = "A", best = "A", upper = "A" } }, 1);
        await SendAsync(client, HttpMethod.Post, $"/scenarios/{Scenario}/versions", new { nature = "Hazard", title = Said(TwoWorlds.Secret), context = Said(TwoWorlds.Secret), course = Said("verloop"), reason = TwoWorlds.Secret }, 1);
        var measure = await client.GetJsonAsync($"/measures/{open.Ids["measure"]}");
        await SendAsync(client, $"/measures/{open.Ids["measure"]}", new { title = measure.GetProperty("title"), summary = measure.GetProperty("summary"), due = "2026-12-20", restsOn = new[] { open.Ids["decision"], open.Ids["advice"] }, reason = TwoWorlds.Secret }, measure);
        await SendAsync(client, HttpMethod.Put, $"/decisions/{Decision}", new { title = Said(TwoWorlds.Secret), date = "2026-07-05", body = Said("kabinet"), adopts = Array.Empty<string>(), restsOn = Array.Empty<string>(), reason = TwoWorlds.Secret }, 1);
    }

    private static object Said(string what) => new { nl = $"Verborgen {what}", en = "" };

    private static Task SendAsync(HttpClient client, string path, object body, System.Text.Json.JsonElement seen) =>
        SendAsync(client, HttpMethod.Put, path, body, seen.GetProperty("version").GetInt64());

    private static async Task SendAsync(HttpClient client, HttpMethod method, string path, object body, long version)
    {
        using var answer = await client.SendJsonAsync(method, path, body, version);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
