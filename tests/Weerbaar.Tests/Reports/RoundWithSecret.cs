using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Reports;

/// <summary>A public round with a public scenario, whose title is hostile, and a confidential one with its judgements.</summary>
internal sealed record RoundWithSecret(string RoundId, string OpenId, string SecretId)
{
    public const string Hostile = "<script>alert(1)</script>\"} body{display:none} </style>=1+1";

    /// <summary>Stands in every text of what is confidential.</summary>
    public const string Secret = "Zwartewaterzaak";

    public static async Task<RoundWithSecret> MakeAsync(TestSite site)
    {
        var client = await site.SignInAsync(Role.Coordinator);
        var open = await AddScenarioAsync(client, Hostile, "Public");
        var secret = await AddScenarioAsync(client, Secret, "DepartmentalConfidential");
        var round = (await client.PostJsonAsync("/rounds", new
        {
            title = Both(Hostile), editionId = "nl-2009", scenarioIds = new[] { secret, open }, marking = "Public",
        })).Text("id");
        await JudgeAsync(client, round, open, "Openbare reden");
        await JudgeAsync(client, round, secret, Secret);
        var advice = (await client.PostJsonAsync("/advices", new
        {
            adviceKind = "Advice", title = Both($"Advies {Secret}"), restsOn = new[] { secret }, marking = "DepartmentalConfidential",
        })).Text("id");
        await client.PostJsonAsync("/advices", new { adviceKind = "Advice", title = Both("Open advies"), restsOn = new[] { open, secret }, marking = "Public" });
        await client.PostJsonAsync("/decisions", new
        {
            title = Both("Open besluit"), date = "2026-07-03", body = Both("Kabinet"), adopts = new[] { advice }, basis = round, marking = "Public",
        });
        return new(round, open, secret);
    }

    private static async Task<string> AddScenarioAsync(HttpClient client, string words, string marking) => (await client.PostJsonAsync("/scenarios", new
    {
        nature = "Hazard", title = Both(words), context = Both($"Context {words}"), course = Both($"Verloop {words}"), marking,
    })).Text("id");

    private static async Task JudgeAsync(HttpClient client, string round, string scenario, string note)
    {
        foreach (var (what, version) in new[] { ("likelihood", 0L), ("overall", 1L) })
        {
            var answer = await client.SendJsonAsync(HttpMethod.Put, $"/rounds/{round}/scenarios/{scenario}/{what}",
                new { range = new { lower = "C", best = "C", upper = "D" }, note = Both(note) }, version);
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        }
    }

    private static object Both(string words) => new { nl = words, en = words };
}
