using System.Globalization;

namespace Weerbaar.Bench.Load;

/// <summary>Who takes part in a run: the administrator of the link, and people made and signed in for it.</summary>
internal sealed record Crowd(HttpClient Client, Uri Site, Visitor Administrator)
{
    private const int atOnce = 8;

    public static async Task<Crowd> EnterAsync(Uri link)
    {
        var client = Visitor.NewClient();
        return new Crowd(client, new Uri(link.GetLeftPart(UriPartial.Authority)), await Visitor.SignInAsync(client, link, "10.0.0.1"));
    }

    /// <summary>Makes people of a role and signs them in.</summary>
    public async Task<IReadOnlyList<Visitor>> BringAsync(int number, string role, int network)
    {
        var visitors = new Visitor[number];
        await Parallel.ForAsync(0, number, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (one, _) =>
        {
            var email = string.Create(CultureInfo.InvariantCulture, $"load-{network}-{one}-{Environment.ProcessId}@example.org");
            var made = await Administrator.JsonAsync(HttpMethod.Post, At("/api/v1/people"), new { name = $"Load {one}", email, role, clearance = "Internal" });
            var link = At(made.GetProperty("signInPath").GetString()!);
            visitors[one] = await Visitor.SignInAsync(Client, link, $"10.{network}.{one / 250}.{(one % 250) + 1}");
        });
        return visitors;
    }

    /// <summary>Adds scenarios until there are as many; the writers take turns, since how much one of them may ask is limited.</summary>
    public async Task FillAsync(int scenarios, IReadOnlyList<Visitor> writers)
    {
        var there = (await Administrator.JsonAsync(HttpMethod.Get, At("/api/v1/scenarios?pageSize=1"))).GetProperty("total").GetInt32();
        var themes = new List<string>();
        for (var number = 0; number < 20; number++)
        {
            themes.Add((await Administrator.JsonAsync(HttpMethod.Post, At("/api/v1/threats"), new { title = Words($"Thema {number}") })).GetProperty("id").GetString()!);
        }

        await Parallel.ForAsync(there, scenarios, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, _) =>
            await writers[number % writers.Count].JsonAsync(HttpMethod.Post, At("/api/v1/scenarios"), Scenario($"{number:00000}", number, themes[number % themes.Count])));
    }

    public static object Scenario(string name, int number, params string[] restsOn) => new
    {
        nature = number % 3 == 0 ? "Malicious" : "Hazard",
        title = Words($"Scenario {name}"),
        context = Words($"De samenhang van scenario {name}: wat er eerder gebeurde en wat eraan voorafging."),
        restsOn,
    };

    public Uri At(string path) => new(Site, path);

    public static object Words(string text) => new { nl = text, en = text };
}
