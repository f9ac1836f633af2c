using System.Globalization;
using System.Net;
using System.Text.Json;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;

namespace Weerbaar.Tests.Access;

public sealed class FunctionTests
{
    [Theory, OnEveryDatabase]
    public async Task Somebody_works_for_the_organisations_they_have_a_function_in_today(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        var id = (await analyst.GetJsonAsync("/me")).Text("id");

        await AddAsync(administrator, id, "DEF", Day(0), null);
        await AddAsync(administrator, id, "ANV", Day(-90), Day(0));
        await AddAsync(administrator, id, "BZK", Day(-90), Day(-1));
        await AddAsync(administrator, id, "VR13", Day(1), null);

        Strings((await analyst.GetJsonAsync("/me")).GetProperty("organisations")).ShouldBe(["ANV", "DEF"]);
        (await administrator.GetJsonAsync($"/functions?personId={id}")).GetProperty("total").GetInt32().ShouldBe(4);
    }

    [Theory, OnEveryDatabase]
    public async Task A_function_ends_on_the_last_day_it_is_given(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var me = (await administrator.GetJsonAsync("/me")).Text("id");
        var made = await AddAsync(administrator, me, "JenV", Day(-90), null);

        using var ended = await EndAsync(Day(-1));
        using var again = await EndAsync(Day(0));

        ended.StatusCode.ShouldBe(HttpStatusCode.OK);
        again.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        Strings((await administrator.GetJsonAsync("/me")).GetProperty("organisations")).ShouldBeEmpty();

        Task<HttpResponseMessage> EndAsync(string until) => administrator.SendJsonAsync(
            HttpMethod.Put, $"/functions/{made.Text("id")}",
            new { organisation = "JenV", name = "adviser", from = Day(-90), until }, made.GetProperty("version").GetInt64());
    }

    [Theory, OnEveryDatabase]
    public async Task A_function_that_cannot_be_is_refused_with_every_reason(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var me = (await administrator.GetJsonAsync("/me")).Text("id");

        using var wrong = await administrator.SendJsonAsync(
            HttpMethod.Post, "/functions", new { personId = me, organisation = "", name = " ", from = "2026-11-22", until = "2026-11-21" });
        using var unknown = await administrator.SendJsonAsync(
            HttpMethod.Post, "/functions", new { personId = me, organisation = "XYZ", name = "adviser", from = "2026-11-22" });
        using var nobody = await administrator.SendJsonAsync(
            HttpMethod.Post, "/functions", new { personId = "nobody", organisation = "DEF", name = "adviser", from = "2026-11-22" });

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await wrong.Content.ReadAsStringAsync();
        text.ShouldContain("Kies de organisatie");
        text.ShouldContain("beleidsmedewerker");
        text.ShouldContain("ligt voor de eerste");
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await unknown.Content.ReadAsStringAsync()).ShouldContain("XYZ");
        nobody.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task A_function_is_in_an_organisation_that_is_there_on_its_days(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var me = (await administrator.GetJsonAsync("/me")).Text("id");

        await RefusedAsync("VenJ", "2026-11-22", null, "22");
        await RefusedAsync("VenJ", "2015-01-01", null, "VenJ");
        await RefusedAsync("VenJ", "2015-01-01", "2017-10-26", "2017-10-26");
        await RefusedAsync("JenV", "2017-10-25", null, "2017-10-25");
        var past = await AddAsync(administrator, me, "VenJ", "2015-01-01", "2017-10-25");

        using var open = await administrator.SendJsonAsync(
            HttpMethod.Put, $"/functions/{past.Text("id")}", new { organisation = "VenJ", name = "adviser", from = "2015-01-01" }, past.GetProperty("version").GetInt64());
        open.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        async Task RefusedAsync(string organisation, string from, string? until, string words)
        {
            using var answer = await administrator.SendJsonAsync(HttpMethod.Post, "/functions", new { personId = me, organisation, name = "adviser", from, until });
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain(words);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Only_who_manages_people_sees_and_gives_functions(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        var me = (await coordinator.GetJsonAsync("/me")).Text("id");

        using var seen = await coordinator.GetAsync("/api/v1/functions");
        using var given = await coordinator.SendJsonAsync(
            HttpMethod.Post, "/functions", new { personId = me, organisation = "DEF", name = "adviser", from = "2026-11-22" });

        seen.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        given.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<JsonElement> AddAsync(HttpClient administrator, string personId, string organisation, string from, string? until) =>
        administrator.PostJsonAsync("/functions", new { personId, organisation, name = "adviser", from, until });

    private static string Day(int fromToday) => TimeProvider.System.Today().AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Strings(JsonElement list) => list.EnumerateArray().Select(e => e.GetString()!);
}
