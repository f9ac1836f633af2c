using System.Text.Json.Nodes;
using Weerbaar.Platform.Access;
using Weerbaar.Tests.Assessment;
using Weerbaar.Tests.Scenarios;

namespace Weerbaar.Tests.Fuzz;

/// <summary>
/// Whatever is sent, the answer is never a defect and never shows the inside of the program.
/// <c>WEERBAAR_FUZZ_REQUESTS=100000</c> asks more, <c>WEERBAAR_FUZZ_SEED</c> asks other things.
/// </summary>
public sealed class ApiFuzzTests
{
    private const int Asked = 3000;

    [Theory, OnEveryDatabase]
    public async Task No_request_to_the_API_brings_out_a_defect(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        using var visitor = site.Visitor();
        var document = JsonNode.Parse(await visitor.GetStringAsync("/api/v1/openapi.json"))!;
        var ids = await ObjectsAsync(administrator);
        var run = new FuzzRun(new Garbage(new Random(FuzzRun.Seed), document, ids), [administrator, reader, visitor]);

        await run.AskAsync(Operation.Of(document), FuzzRun.Requests(Asked));

        run.Faults.ShouldBeEmpty();
        (await administrator.GetAsync("/threats")).EnsureSuccessStatusCode();
    }

    /// <summary>One of every kind, so that requests find something to work on; their ids.</summary>
    private static async Task<IReadOnlyList<string>> ObjectsAsync(HttpClient client)
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
