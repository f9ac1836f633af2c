using System.Globalization;
using System.Net;
using System.Text;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;
using Weerbaar.Tests.Assessment;

namespace Weerbaar.Tests.Uncertainty;

/// <summary>Three scenarios on nl-2009, judged with ranges: the same as a round over HTTP and as a file.</summary>
internal static class JudgedRound
{
    public static readonly string[] Criteria = ["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "4.1", "5.1", "5.2", "5.3"];

    /// <summary>Per scenario lower, best and upper class on each criterion.</summary>
    public static readonly (string Lower, string Best, string Upper)[] Letters =
    [
        ("CXBBCBABBB", "DXCCDCBCCC", "EXDDEDCDDD"),
        ("BXBBCBABBB", "CADCDCBCCC", "DBECEDDDDE"),
        ("XXXAAXXABA", "AXXBBXXBBB", "BXABCXXCBC"),
    ];

    public static async Task<(string Round, IReadOnlyList<string> Scenarios)> OpenAsync(HttpClient client)
    {
        var ids = new List<string>();
        foreach (var title in new[] { "Overstroming", "Griep", "Hitte" })
        {
            ids.Add((await client.PostJsonAsync("/scenarios", new { title = new { nl = title, en = "" }, nature = "Hazard", marking = "Public" })).Text("id"));
        }

        var round = (await client.PostJsonAsync("/rounds", new { title = new { nl = "Ronde", en = "" }, editionId = "nl-2009", scenarioIds = ids, marking = "Public" })).Text("id");
        foreach (var (id, letters) in ids.Zip(Letters))
        {
            for (var c = 0; c < Criteria.Length; c++)
            {
                await JudgeAsync(client, round, id, Criteria[c], $"{letters.Lower[c]}", $"{letters.Best[c]}", $"{letters.Upper[c]}", 0);
            }

            using var likely = await client.SendJsonAsync(HttpMethod.Put, $"/rounds/{round}/scenarios/{id}/likelihood", new { range = new { lower = "B", best = "C", upper = "D" } }, 0);
            likely.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        return (round, ids);
    }

    /// <summary>A round with one scenario in a method that counts in money.</summary>
    public static async Task<string> OpenMonetisedAsync(HttpClient client)
    {
        var id = (await client.PostJsonAsync("/scenarios", new { title = new { nl = "Overstroming", en = "" }, nature = "Hazard" })).Text("id");
        var round = (await client.PostJsonAsync("/rounds", new { title = new { nl = "Ronde", en = "" }, editionId = "be-2023", scenarioIds = new[] { id } })).Text("id");
        foreach (var (what, version, lower, best, upper) in new[] { ("likelihood", 0, "3", "4", "5"), ("overall", 1, "2", "3", "4") })
        {
            using var answer = await client.SendJsonAsync(HttpMethod.Put, $"/rounds/{round}/scenarios/{id}/{what}", new { range = new { lower, best, upper } }, version);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        }

        return round;
    }

    public static async Task JudgeAsync(HttpClient client, string round, string scenario, string criterion, string lower, string best, string upper, long version)
    {
        using var answer = await client.SendJsonAsync(HttpMethod.Put, $"/rounds/{round}/scenarios/{scenario}/judgements/{criterion}", new { lower, best, upper }, version);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public static string Yaml(IEnumerable<string> ids, IEnumerable<(string Lower, string Best, string Upper)>? letters = null)
    {
        var text = new StringBuilder("method: nl-2009\nscenarios:\n");
        foreach (var (id, judged) in ids.Zip(letters ?? Letters))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: {id}\n    likelihood: {{lower: B, best: C, upper: D}}\n    impact:\n");
            for (var c = 0; c < Criteria.Length; c++)
            {
                text.Append(CultureInfo.InvariantCulture, $"      \"{Criteria[c]}\": {{lower: {judged.Lower[c]}, best: {judged.Best[c]}, upper: {judged.Upper[c]}}}\n");
            }
        }

        return text.ToString();
    }

    public static RoundModel Model(string yaml, string? weights = null, bool withinClass = false)
    {
        using var folder = new ScratchFolder();
        return FromAssessment.Model(folder.Write("round.yaml", yaml), weights, withinClass, Methods.Editions);
    }

    /// <summary>A model with judgements drawn from a seed.</summary>
    public static RoundModel Drawn(int seed, int scenarios = 6)
    {
        var random = new Random(seed);
        var letters = Enumerable.Range(0, scenarios).Select(_ =>
        {
            var best = Enumerable.Range(0, Criteria.Length).Select(_ => random.Next(0, 6)).ToList();
            string Of(Func<int, int> shift) => string.Concat(best.Select(level => "XABCDE"[Math.Clamp(shift(level), 0, 5)]));
            return (Of(l => l - random.Next(0, 2)), Of(l => l), Of(l => l + random.Next(0, 2)));
        });
        return Model(Yaml(Enumerable.Range(0, scenarios).Select(i => $"s{i}"), letters));
    }
}
