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
        await LoadAsync(site);

        using var coordinator = await site.SignInAsync(Role.Coordinator);
        await PublicThread.MakeAsync(coordinator, "Qeigen", new Dictionary<string, string>(), "Public");
        foreach (var list in new[] { "/threats", "/scenarios", "/rounds", "/decisions", "/advices", "/measures", "/products" })
        {
            var page = await coordinator.PageAsync($"{list}?f.cycle=nl-2012");

            Links(page).ShouldNotBeEmpty(list);
            Links(page).ShouldAllBe(href => href.StartsWith($"{list}/nl-2012."), list);
            page.QuerySelector("select[name='f.cycle'] option[selected]")!.TextContent.ShouldBe("Cyclus 2012", list);
            page.QuerySelectorAll("a[href*='sort='], a[href*='format=csv']").ShouldAllBe(a => a.GetAttribute("href")!.Contains("f.cycle=nl-2012"));
            (await coordinator.GetStringAsync($"{list}?f.cycle=nl-2012&format=csv")).ShouldNotContain("Qeigen");
            Links(await coordinator.PageAsync($"{list}?f.cycle=none")).ShouldHaveSingleItem(list).ShouldNotContain(".");
            (await IdsAsync(coordinator, $"{list}?cycle=nl-2012")).ShouldBe((await IdsAsync(coordinator, list)).Where(id => id.StartsWith("nl-2012.", StringComparison.Ordinal)), list);
            (await IdsAsync(coordinator, $"{list}?cycle=none")).ShouldHaveSingleItem(list).ShouldNotContain(".");
        }
    }

    private static async Task<List<string>> IdsAsync(HttpClient client, string list) =>
        [.. (await client.GetJsonAsync($"{list}{(list.Contains('?') ? '&' : '?')}pageSize=500")).GetProperty("items").EnumerateArray().Select(i => i.Text("id"))];

    [Theory, OnEveryDatabase]
    public async Task Home_shows_one_cycle_and_the_bar_says_to_which_a_page_belongs(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await LoadAsync(site);
        using var coordinator = await site.SignInAsync(Role.Coordinator);

        var home = await coordinator.PageAsync("/?f.cycle=nl-2012");
        var measures = home.QuerySelector("section[aria-labelledby=process] a[href^='/measures']")!;
        home.QuerySelector("select#cycle option[selected]")!.TextContent.ShouldBe("Cyclus 2012");
        measures.GetAttribute("href").ShouldBe("/measures?f.cycle=nl-2012");
        home.QuerySelectorAll("svg a.d-product").ShouldAllBe(a => a.GetAttribute("href")!.StartsWith("/products/nl-2012.") || a.GetAttribute("href")!.StartsWith("/products?"));
        (await coordinator.PageAsync("/")).QuerySelector("section[aria-labelledby=process] a[href='/measures']")!.TextContent.ShouldNotBe(measures.TextContent);

        foreach (var (path, cycle) in new[] { ("/measures?f.cycle=nl-2007", "Cyclus 2007"), ("/thread/nl-2012.adopt-advices", "Cyclus 2012"), ("/rounds/nl-2012.risk-assessment/judgements", "Cyclus 2012") })
        {
            var bar = (await coordinator.PageAsync(path)).QuerySelector(".w-where")!;
            bar.TextContent.ShouldContain(cycle, customMessage: path);
            bar.QuerySelector("a[href^='/rounds/']")?.GetAttribute("href").ShouldBe("/rounds/nl-2012.risk-assessment", path);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Every_tab_of_an_object_says_how_it_stands_and_where_it_is_in_the_rail(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await LoadAsync(site);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        foreach (var (list, id, state) in new[] { ("/rounds", "nl-2012.risk-assessment", "vastgesteld"), ("/decisions", "nl-2012.adopt-advices", "actueel") })
        {
            foreach (var path in new[] { $"{list}/{id}", $"/thread/{id}", $"/history/{id}", $"/marking/{id}" })
            {
                var page = await coordinator.PageAsync(path);
                page.QuerySelectorAll(".w-page-title .w-badge").Select(b => b.TextContent).ShouldContain(state, path);
                page.QuerySelectorAll(".w-rail a[aria-current=page]").Select(a => a.GetAttribute("href")).ShouldBe([list], path);
            }
        }

        var history = await coordinator.PageAsync("/history/nl-2012.risk-assessment");
        history.QuerySelector("#who option")!.TextContent.ShouldBe("Iedereen");
        history.QuerySelectorAll("#field option").Length.ShouldBeLessThan(30);
        var states = (await coordinator.PageAsync("/thread/nl-2012.adopt-advices")).QuerySelectorAll("td[data-label=Stand]").Select(c => c.TextContent).ToList();
        states.ShouldContain("vastgesteld");
        states.ShouldContain("gepland");
    }

    private static async Task LoadAsync(TestSite site)
    {
        foreach (var example in new[] { "nl-2007", "nl-2012" })
        {
            await site.AsConsoleAsync((_, services) => services.GetRequiredService<ExampleLoader>().LoadAsync(Path.Combine(AppContext.BaseDirectory, "examples", example), CancellationToken.None));
        }
    }

    private static List<string> Links(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("main tbody th a").Select(a => a.GetAttribute("href")!)];
}
