using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Speed;

/// <summary>However much there is, a page and a list ask the database as often as when there is little.</summary>
public sealed class QueryCountTests
{
    private const int few = 2;
    private const int many = 6;

    /// <summary>Those that print, end the sign-in, or are about one criterion that a walk over ids does not find.</summary>
    private static readonly string[] leftOut = ["/sign-", "/error", "/language", "/gallery", "/account/", "pdf", "png", "{criterion}"];

    [Fact]
    public async Task No_page_and_no_list_asks_the_database_more_often_when_there_is_more()
    {
        var (small, large) = (await CountAsync(DatabaseKind.Sqlite, few), await CountAsync(DatabaseKind.Sqlite, many));

        small.Count.ShouldBeGreaterThan(60);
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
    private static async Task<Dictionary<string, IReadOnlyList<string>>> CountAsync(DatabaseKind kind, int size)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var ids = await Grown.MakeAsync(administrator, size);
        for (var number = 0; number < size; number++)
        {
            await site.InviteAsync(Role.Analyst);
        }

        using var counter = new QueryCounter(site.DatabaseName);
        var counts = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (name, address) in Routes(site).SelectMany(r => Addresses(r, ids)))
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

        return counts;
    }

    /// <summary>What was worked out before holds until something is written.</summary>
    private static Task<bool> ForgetAsync(TestSite site) => site.AsConsoleAsync(async (db, _) =>
    {
        await db.RecordAsync(new Change("tables.export"), "table", "none", Marking.Public, CancellationToken.None);
        return true;
    });

    private static IEnumerable<string> Routes(TestSite site) => site.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null || IsRead(e))
        .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
        .Where(r => !leftOut.Any(l => r.Contains(l, StringComparison.Ordinal))).Distinct().Order(StringComparer.Ordinal);

    private static bool IsRead(RouteEndpoint route) => route.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal)
        && route.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.HttpMethodMetadata>()!.HttpMethods.Contains("GET");

    private static IEnumerable<(string Name, string Address)> Addresses(string route, IReadOnlyList<string> ids)
    {
        var parts = route.Split('/');
        return parts.Count(p => p.StartsWith('{')) switch
        {
            0 => [(route, route)],
            1 => ids.Select((id, kind) => ($"{route} of kind {kind}", Filled(parts, [id]))),
            2 => [($"{route}", Filled(parts, [ids[2], ids[1]]))],
            _ => [],
        };
    }

    private static string Filled(string[] parts, Queue<string> ids) =>
        string.Join('/', parts.Select(p => p.StartsWith('{') ? ids.Dequeue() : p));

    private static string Filled(string[] parts, string[] ids) => Filled(parts, new Queue<string>(ids));

    private static string MostOften(IReadOnlyList<string> asked) =>
        asked.GroupBy(a => a).MaxBy(g => g.Count()) is { } most ? $"{most.Count()}× {string.Concat(most.Key.ReplaceLineEndings(" ").Take(240))}" : "";
}
