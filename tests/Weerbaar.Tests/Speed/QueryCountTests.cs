using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Speed;

/// <summary>However much there is, a page and a list ask the database as often as when there is little.</summary>
public sealed class QueryCountTests
{
    private const int few = 2;
    private const int many = 6;

    /// <summary>Those that print, and those that begin or end a sign-in.</summary>
    private static readonly string[] leftOut = ["/sign-", "/signed-out", "/error", "/language", "/gallery", "/account/", "/pdf"];

    /// <summary>About a function of somebody, which nobody has here.</summary>
    private static readonly string[] notCounted = ["/people/{id}/functions/{functionId}"];

    [Fact]
    public async Task No_page_and_no_list_asks_the_database_more_often_when_there_is_more()
    {
        var (routes, small) = await CountAsync(few);
        var (_, large) = await CountAsync(many);

        small.Keys.Select(RouteOf).Distinct().Concat(notCounted).Order(StringComparer.Ordinal).ShouldBe(routes, false, "A route that nothing was counted of.");
        large.Where(l => l.Value.Count > small.GetValueOrDefault(l.Key, []).Count)
            .Select(l => $"{l.Key}: {small.GetValueOrDefault(l.Key, []).Count} with {few} of everything, {l.Value.Count} with {many}; most often {MostOften(l.Value)}")
            .ShouldBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task Who_is_there_and_what_they_may_is_asked_by_two_questions(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var counter = new QueryCounter(site.DatabaseName);

        (await counter.DuringAsync(() => analyst.GetJsonAsync("/me"))).Count.ShouldBe(2);
    }

    /// <summary>What was asked for each address; an id stands as the number of the kind.</summary>
    private static async Task<(IReadOnlyList<string> Routes, Dictionary<string, IReadOnlyList<string>> Counts)> CountAsync(int size)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var ids = await Grown.MakeAsync(administrator, size);
        for (var number = 0; number < size; number++)
        {
            await site.InviteAsync(Role.Analyst);
        }

        using var counter = new QueryCounter(site.DatabaseName);
        var (counts, person) = (new Dictionary<string, IReadOnlyList<string>>(), (await administrator.GetJsonAsync("/me")).Text("id"));
        foreach (var (name, address) in Counted(site).SelectMany(r => Addresses(r, ids, person)))
        {
            await ForgetAsync(site);
            var isThere = false;
            var asked = await counter.DuringAsync(async () =>
            {
                using var answer = await administrator.GetAsync(address);
                isThere = answer.IsSuccessStatusCode;
            });
            if (isThere)
            {
                counts[name] = asked;
            }
        }

        return ([.. Counted(site).Order(StringComparer.Ordinal)], counts);
    }

    /// <summary>What was worked out before holds until something is written.</summary>
    private static Task<bool> ForgetAsync(TestSite site) => site.AsConsoleAsync(async (db, _) =>
    {
        await db.RecordAsync(new Change("tables.export"), "table", "none", Marking.Public, CancellationToken.None);
        return true;
    });

    private static IEnumerable<string> Counted(TestSite site) => Routes.Reads(site).Where(r => !leftOut.Any(l => r.Contains(l, StringComparison.Ordinal)));

    /// <summary>Each route with what may stand in it, a list as a file too; in its name the kind stands for the id.</summary>
    private static IEnumerable<(string Name, string Address)> Addresses(string route, IReadOnlyDictionary<string, string> ids, string person)
    {
        var kinds = ids.Keys.ToDictionary(k => k);
        return Routes.Fill(route, n => Routes.Values(route, n, kinds, "person")).Zip(Routes.Fill(route, n => Routes.Values(route, n, ids, person)), (name, address) => (Name: $"{route} {name}", address + QueryOf(route, ids)))
            .SelectMany(a => a.Item2 == route ? new[] { a, ($"{a.Name} as a file", $"{route}?format=csv&recipient=BZK") } : [a]);
    }

    /// <summary>What a route must be told besides.</summary>
    private static string QueryOf(string route, IReadOnlyDictionary<string, string> ids) => route switch
    {
        "/api/v1/rounds/{id}/comparison" => $"?with={ids["round"]}",
        "/api/v1/scenarios/{id}/difference" => "?from=1&to=1",
        "/api/v1/search" => "?q=Titel",
        "/api/v1/journal/export" => "?recipient=BZK",
        _ => route.StartsWith("/api/v1/", StringComparison.Ordinal) && route.Contains("/uncertainty/", StringComparison.Ordinal) && !route.EndsWith("overturn", StringComparison.Ordinal) ? "?samples=200&recipient=BZK" : "",
    };

    private static string RouteOf(string name) => name[..name.IndexOf(' ', StringComparison.Ordinal)];

    private static string MostOften(IReadOnlyList<string> asked) =>
        asked.GroupBy(a => a).MaxBy(g => g.Count()) is { } most ? $"{most.Count()}× {string.Concat(most.Key.ReplaceLineEndings(" ").Take(240))}" : "";
}
