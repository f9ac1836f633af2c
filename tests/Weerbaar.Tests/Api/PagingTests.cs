using System.Net;
using Weerbaar.Platform.Access;

namespace Weerbaar.Tests.Api;

public sealed class PagingTests
{
    [Theory, OnEveryDatabase]
    public async Task A_list_comes_in_pages_that_say_where_the_others_are(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var ids = new List<string>();
        for (var number = 0; number < 5; number++)
        {
            ids.Add((await analyst.PostJsonAsync("/scenarios", new { nature = "Hazard", title = new { nl = $"Scenario {number}", en = "" } })).Text("id"));
        }

        using var second = await analyst.GetAsync("/api/v1/scenarios?page=2&pageSize=2&q=scenario");
        var rest = await analyst.GetJsonAsync("/scenarios?page=3&pageSize=2");

        second.Headers.GetValues("Link").ShouldHaveSingleItem().ShouldBe(
            "</api/v1/scenarios?q=scenario&page=1&pageSize=2>; rel=\"first\", </api/v1/scenarios?q=scenario&page=1&pageSize=2>; rel=\"prev\", "
            + "</api/v1/scenarios?q=scenario&page=3&pageSize=2>; rel=\"next\", </api/v1/scenarios?q=scenario&page=3&pageSize=2>; rel=\"last\"");
        rest.GetProperty("items").EnumerateArray().Select(i => i.Text("id")).ShouldBe([ids.Order(StringComparer.Ordinal).Last()]);
        rest.GetProperty("total").GetInt32().ShouldBe(5);
    }

    [Theory]
    [InlineData("threats?page=0")]
    [InlineData("scenarios?pageSize=501")]
    [InlineData("measures?page=1000001")]
    [InlineData("rounds?pageSize=-1")]
    [InlineData("journal?page=-1")]
    public async Task A_page_that_can_not_be_is_refused_with_what_can(string asked)
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        using var coordinator = await site.SignInAsync(Role.Coordinator);

        using var answer = await coordinator.GetAsync($"/api/v1/{asked}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(asked.Split('?', '=')[1]);
    }

    [Theory, OnEveryDatabase]
    public async Task The_list_of_scenarios_is_sorted_searched_and_paged_by_the_database(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var theme = (await analyst.PostJsonAsync("/threats", new { title = new { nl = "Water", en = "" } })).Text("id");
        for (var number = 0; number < 53; number++)
        {
            string[] restsOn = number == 7 ? [theme] : [];
            await analyst.PostJsonAsync("/scenarios", new { nature = number % 2 == 0 ? "Hazard" : "Malicious", title = new { nl = $"Scenario {number:00}", en = "" }, restsOn });
        }

        async Task<string[]> TitlesAsync(string asked) =>
            [.. (await analyst.PageAsync($"/scenarios?{asked}")).QuerySelectorAll("main tbody th").Select(t => t.TextContent.Trim())];

        (await TitlesAsync("sort=-title")).Take(2).ShouldBe(["Scenario 52", "Scenario 51"]);
        (await TitlesAsync("sort=title&p=2")).ShouldBe(["Scenario 50", "Scenario 51", "Scenario 52"]);
        (await TitlesAsync("q=water")).ShouldBe(["Scenario 07"]);
        (await TitlesAsync("q=SCENARIO+1&f.nature=Malicious&sort=title")).ShouldBe(["Scenario 01", "Scenario 11", "Scenario 13", "Scenario 15", "Scenario 17", "Scenario 19", "Scenario 21", "Scenario 31", "Scenario 41", "Scenario 51"]);
        (await TitlesAsync("sort=theme&f.theme=Water")).ShouldBe(["Scenario 07"]);
        (await TitlesAsync("f.nature=Nonsense")).ShouldBeEmpty();
        (await TitlesAsync("sort=marking")).Length.ShouldBe(50);
    }
}
