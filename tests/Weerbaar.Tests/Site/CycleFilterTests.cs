using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Examples;
using Weerbaar.Tests.NonInterference;

namespace Weerbaar.Tests.Site;

/// <summary>Every list can be held to one cycle, and stays so when it is sorted and exported.</summary>
public sealed class CycleFilterTests
{
    [Theory, OnEveryDatabase]
    public async Task A_list_shows_the_objects_of_one_cycle_or_those_added_here(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        foreach (var example in new[] { "nl-2007", "nl-2012" })
        {
            await site.AsConsoleAsync((_, services) => services.GetRequiredService<ExampleLoader>().LoadAsync(Path.Combine(AppContext.BaseDirectory, "examples", example), CancellationToken.None));
        }

        using var coordinator = await site.SignInAsync(Role.Coordinator);
        await PublicThread.MakeAsync(coordinator, "Qeigen", new Dictionary<string, string>(), "Public");
        foreach (var list in new[] { "/threats", "/scenarios", "/rounds", "/decisions", "/advices", "/measures" })
        {
            var page = await coordinator.PageAsync($"{list}?f.cycle=nl-2012");

            Links(page).ShouldNotBeEmpty(list);
            Links(page).ShouldAllBe(href => href.StartsWith($"{list}/nl-2012."), list);
            page.QuerySelector("select[name='f.cycle'] option[selected]")!.TextContent.ShouldBe("2012", list);
            page.QuerySelectorAll("a[href*='sort='], a[href*='format=csv']").ShouldAllBe(a => a.GetAttribute("href")!.Contains("f.cycle=nl-2012"));
            (await coordinator.GetStringAsync($"{list}?f.cycle=nl-2012&format=csv")).ShouldNotContain("Qeigen");
            Links(await coordinator.PageAsync($"{list}?f.cycle=none")).ShouldHaveSingleItem(list).ShouldNotContain(".");
            (await IdsAsync(coordinator, $"{list}?cycle=nl-2012")).ShouldBe((await IdsAsync(coordinator, list)).Where(id => id.StartsWith("nl-2012.", StringComparison.Ordinal)), list);
            (await IdsAsync(coordinator, $"{list}?cycle=none")).ShouldHaveSingleItem(list).ShouldNotContain(".");
        }
    }

    private static async Task<List<string>> IdsAsync(HttpClient client, string list) =>
        [.. (await client.GetJsonAsync($"{list}{(list.Contains('?') ? '&' : '?')}pageSize=500")).GetProperty("items").EnumerateArray().Select(i => i.Text("id"))];

    private static List<string> Links(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!)];
}
