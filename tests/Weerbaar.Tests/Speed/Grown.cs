using Weerbaar.Tests.Assessment;

namespace Weerbaar.Tests.Speed;

/// <summary>A cycle of any size, joined up: a round with scenarios that are judged, and of everything else as many, resting on each other.</summary>
internal static class Grown
{
    /// <summary>Makes it; the ids of the first of each kind, which has the most around it.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> MakeAsync(HttpClient client, int size)
    {
        var title = new { nl = "Titel", en = "Title" };
        var threats = await ManyAsync(client, size, "/threats", _ => new { title });
        var (round, scenarios) = await client.OpenRoundAsync([.. Enumerable.Range(0, size).Select(n => $"Scenario {n}")]);
        foreach (var scenario in scenarios)
        {
            await LinkAsync(client, scenario, threats);
            await client.JudgeAllAsync(round, scenario, "C");
        }

        for (var number = 1; number < size; number++)
        {
            await client.OpenRoundAsync($"Andere ronde {number}");
        }

        var rounds = (await client.GetJsonAsync("/rounds")).GetProperty("items").EnumerateArray().Select(r => r.Text("id")).ToList();
        var advices = await ManyAsync(client, size, "/advices", _ => new { title, adviceKind = "Advice", restsOn = scenarios });
        var decisions = await ManyAsync(client, size, "/decisions", n => new { title, date = "2026-01-01", body = title, basis = n % 2 == 0 ? round : rounds[n], restsOn = advices });
        var measures = await ManyAsync(client, size, "/measures", _ => new { title, summary = title, leads = new[] { "JenV" }, due = "2026-01-01", restsOn = decisions });
        var products = await ManyAsync(client, size, "/products", _ => new { title, productKind = "Planning", due = "2026-01-01" });
        for (var number = 0; number < size; number++)
        {
            await client.PostJsonAsync("/api-clients", new { name = $"Programma {number}", clearance = "Public", until = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(9) });
        }

        return new Dictionary<string, string>
        {
            ["threat"] = threats[0], ["scenario"] = scenarios[0], ["round"] = round, ["advice"] = advices[0], ["decision"] = decisions[0], ["measure"] = measures[0], ["product"] = products[0],
        };
    }

    private static async Task<string[]> ManyAsync(HttpClient client, int size, string path, Func<int, object> body)
    {
        var ids = new List<string>();
        for (var number = 0; number < size; number++)
        {
            ids.Add((await client.PostJsonAsync(path, body(number))).Text("id"));
        }

        return [.. ids];
    }

    private static async Task LinkAsync(HttpClient client, string scenario, string[] threats)
    {
        var answer = await client.SendJsonAsync(HttpMethod.Put, $"/scenarios/{scenario}/rests-on", new { restsOn = threats }, 1);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}
