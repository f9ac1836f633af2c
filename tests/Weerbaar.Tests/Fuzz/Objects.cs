using Weerbaar.Tests.Assessment;
using Weerbaar.Tests.Scenarios;

namespace Weerbaar.Tests.Fuzz;

/// <summary>One of every kind, so that requests find something to work on.</summary>
internal static class Objects
{
    /// <summary>Makes them; their ids.</summary>
    public static async Task<IReadOnlyList<string>> MakeAsync(HttpClient client)
    {
        var threat = await client.PostJsonAsync("/threats", new { title = new { nl = "Dreiging", en = "Threat" } });
        var scenario = await client.AddFloodAsync();
        var (round, scenarios) = await client.OpenRoundAsync("Een", "Twee");
        await client.JudgeAllAsync(round, scenarios[0], "C");
        await client.JudgeAllAsync(round, scenarios[1], "D");
        var made = new List<string> { threat.Text("id"), scenario.Text("id"), round, scenarios[0], scenarios[1] };
        foreach (var (path, body) in Others())
        {
            made.Add((await client.PostJsonAsync(path, body)).Text("id"));
        }

        return made;
    }

    private static IEnumerable<(string Path, object Body)> Others()
    {
        var title = new { nl = "Titel", en = "Title" };
        yield return ("/measures", new { title, summary = title, leads = new[] { "JenV" } });
        yield return ("/advices", new { title, adviceKind = "Advice" });
        yield return ("/decisions", new { title, date = "2026-01-01", body = title });
        yield return ("/products", new { title, productKind = "Planning", due = "2026-01-01" });
    }
}
