using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Assessment;

/// <summary>Rounds and judgements as a client of the API sends them, on the edition of 2009.</summary>
internal static class RoundRequests
{
    public static readonly string[] Criteria = ["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "4.1", "5.1", "5.2", "5.3"];

    public static async Task<(string Round, string[] Scenarios)> OpenRoundAsync(this HttpClient coordinator, params string[] titles)
    {
        var scenarios = new List<string>();
        foreach (var title in titles)
        {
            var scenario = await coordinator.PostJsonAsync("/scenarios", new { nature = "Hazard", title = new { nl = title, en = title }, marking = "Public" });
            scenarios.Add(scenario.Text("id"));
        }

        var round = await coordinator.PostJsonAsync("/rounds", new
        {
            title = new { nl = "Ronde", en = "Round" }, editionId = "nl-2009", scenarioIds = scenarios, marking = "Public",
        });
        return (round.Text("id"), [.. scenarios]);
    }

    /// <summary>A coordinator of a shared site with a new round.</summary>
    public static async Task<(HttpClient Coordinator, string Round, string[] Scenarios)> OpenRoundAsync(this SharedSites sites, DatabaseKind kind, params string[] titles)
    {
        var coordinator = await (await sites.OnAsync(kind)).SignInAsync(Role.Coordinator);
        var (round, scenarios) = await coordinator.OpenRoundAsync(titles);
        return (coordinator, round, scenarios);
    }

    public static async Task JudgeAllAsync(this HttpClient client, string round, string scenario, string best, string likelihood = "C")
    {
        foreach (var criterion in Criteria)
        {
            await client.JudgeAsync(round, scenario, criterion, best);
        }

        var answer = await client.SendJsonAsync(HttpMethod.Put, $"/rounds/{round}/scenarios/{scenario}/likelihood",
            new { range = new { lower = likelihood, best = likelihood, upper = likelihood } }, version: 0);
        answer.EnsureSuccessStatusCode();
    }

    public static async Task JudgeAsync(this HttpClient client, string round, string scenario, string criterion, string best, long version = 0, string reason = "")
    {
        var answer = await client.SendJsonAsync(HttpMethod.Put, $"/rounds/{round}/scenarios/{scenario}/judgements/{criterion}",
            new { lower = best, best, upper = best, reason = new { nl = reason, en = "" } }, version);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}
