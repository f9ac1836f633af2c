using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Site;
using Weerbaar.Tests.Measures;

namespace Weerbaar.Tests.Access;

public sealed class GiveRoleTests
{
    [Theory, OnEveryDatabase]
    public async Task A_role_holds_from_the_next_request_on_and_no_longer_once_it_is_taken_back(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.DepartmentalConfidential);
        var id = await reader.IdAsync();

        var given = await administrator.PostJsonAsync("/role-assignments", new { personId = id, role = "Coordinator", reason = "Vervangt een collega" });
        var measure = await reader.AddMeasureAsync();
        using var ended = await administrator.SendJsonAsync(HttpMethod.Post, $"/role-assignments/{given.Text("id")}/end", new { reason = "Klaar" }, 1);

        measure.ShouldNotBeEmpty();
        ended.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.SendJsonAsync(HttpMethod.Post, "/measures", MeasureRequests.Measure())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        given.Text("givenBy").ShouldBe(await administrator.IdAsync());
        (await Journal.TrailTests.EntriesAsync(site, "access.give-role")).ShouldHaveSingleItem().Reason.ShouldBe("Vervangt een collega");
        (await administrator.GetJsonAsync($"/role-assignments?personId={id}")).GetProperty("total").GetInt32().ShouldBe(2);
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_holds_on_its_days(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        var id = await reader.IdAsync();

        await administrator.PostJsonAsync("/role-assignments", new { personId = id, role = "PanelExpert", from = Day(1) });
        (await reader.PermissionsAsync()).ShouldNotContain("Judge");
        await administrator.PostJsonAsync("/role-assignments", new { personId = id, role = "PanelExpert", until = Day(0) });
        (await reader.PermissionsAsync()).ShouldContain("Judge");
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_that_cannot_be_is_refused_with_the_reason(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        var personId = await reader.IdAsync();

        await RefusedAsync(new { personId, role = "ApiClient" }, HttpStatusCode.BadRequest, "voor programma's");
        await RefusedAsync(new { personId, role = "Administrator", organisation = "DEF" }, HttpStatusCode.BadRequest, "Een beheerder is het overal");
        await RefusedAsync(new { personId, role = "Analyst", organisation = "XYZ" }, HttpStatusCode.BadRequest, "XYZ");
        await RefusedAsync(new { personId, role = "Analyst", organisation = "VenJ" }, HttpStatusCode.BadRequest, "is er niet op");
        await RefusedAsync(new { personId, role = "Analyst", objectId = "nothing" }, HttpStatusCode.BadRequest, "Er is geen object nothing");
        await RefusedAsync(new { personId, role = "Analyst", until = Day(-1) }, HttpStatusCode.BadRequest, "al voorbij");
        await RefusedAsync(new { personId, role = "Analyst", from = Day(3), until = Day(2) }, HttpStatusCode.BadRequest, "ligt voor de eerste");
        await RefusedAsync(new { personId, role = "Reader" }, HttpStatusCode.Conflict, "heeft deze rol al");
        await RefusedAsync(new { personId = "nobody", role = "Reader" }, HttpStatusCode.NotFound, "");
        (await site.AsConsoleAsync((db, _) => db.Set<RoleAssignment>().CountAsync())).ShouldBe(2);

        async Task RefusedAsync(object request, HttpStatusCode status, string words)
        {
            using var answer = await administrator.SendJsonAsync(HttpMethod.Post, "/role-assignments", request);
            answer.StatusCode.ShouldBe(status);
            (await answer.Content.ReadAsStringAsync()).ShouldContain(words);
        }
    }

    [Fact]
    public void Nobody_can_give_a_role_that_brings_more_than_an_administrator_has() =>
        RolePermissions.OfPeople.ShouldAllBe(role => role.Permissions().IsSubsetOf(Role.Administrator.Permissions()));

    [Theory, OnEveryDatabase]
    public async Task Who_has_no_role_sees_nothing_and_can_sign_out(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        var measure = await administrator.AddMeasureAsync();
        using var reader = await site.SignInAsync(Role.Reader);
        var role = (await administrator.GetJsonAsync($"/role-assignments?personId={await reader.IdAsync()}")).GetProperty("items")[0];
        await administrator.PostJsonAsync($"/role-assignments/{role.Text("id")}/end", new { }, 1);

        (await reader.GetAsync("/api/v1/measures")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.GetAsync($"/measures/{measure}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetStringAsync("/measures")).ShouldNotContain(measure);
        (await reader.GetStringAsync("/")).ShouldContain("U hebt nu geen rol");
        using var left = await reader.PostAsync("/sign-out", TestSite.Form(await reader.GetStringAsync("/account")));
        left.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.IsSignedInAsync()).ShouldBeFalse();
    }

    internal static string Day(int fromToday) => TimeProvider.System.Today().AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed class EndRoleTests
{
    [Theory, OnEveryDatabase]
    public async Task An_administrator_keeps_being_one_and_one_is_always_left(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        var other = await administrator.PostJsonAsync("/role-assignments", new { personId = await reader.IdAsync(), role = "Administrator", until = GiveRoleTests.Day(9) });
        var own = (await administrator.GetJsonAsync($"/role-assignments?personId={await administrator.IdAsync()}")).GetProperty("items")[0].Text("id");

        await RefusedAsync(administrator, "eigen toegang");
        await RefusedAsync(reader, "Er moet een beheerder overblijven");
        using var ended = await administrator.SendJsonAsync(HttpMethod.Post, $"/role-assignments/{other.Text("id")}/end", new { }, 1);
        ended.StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task RefusedAsync(HttpClient who, string words)
        {
            using var answer = await who.SendJsonAsync(HttpMethod.Post, $"/role-assignments/{own}/end", new { }, 1);
            answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
            (await answer.Content.ReadAsStringAsync()).ShouldContain(words);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Administrators_who_take_the_role_from_each_other_at_once_leave_one(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var one = await site.SignInAsync(Role.Administrator);
        using var other = await site.SignInAsync(Role.Administrator);
        var roles = (await one.GetJsonAsync("/role-assignments")).GetProperty("items").EnumerateArray().ToDictionary(r => r.Text("personId"), r => r.Text("id"));
        var (ofOne, ofOther) = (roles[await one.IdAsync()], roles[await other.IdAsync()]);

        await Task.WhenAll(
            one.SendJsonAsync(HttpMethod.Post, $"/role-assignments/{ofOther}/end", new { }, 1),
            other.SendJsonAsync(HttpMethod.Post, $"/role-assignments/{ofOne}/end", new { }, 1));

        (await site.AsConsoleAsync((db, _) => db.Set<RoleAssignment>().CountAsync(a => a.EndedAt == null))).ShouldBe(1);
    }

    [Theory, OnEveryDatabase]
    public async Task A_role_taken_back_on_an_old_version_stays(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader);
        var id = (await administrator.GetJsonAsync($"/role-assignments?personId={await reader.IdAsync()}")).GetProperty("items")[0].Text("id");

        using var refused = await administrator.SendJsonAsync(HttpMethod.Post, $"/role-assignments/{id}/end", new { }, 7);
        using var forbidden = await reader.SendJsonAsync(HttpMethod.Post, $"/role-assignments/{id}/end", new { }, 1);

        refused.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        forbidden.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}

internal static class Me
{
    public static async Task<string> IdAsync(this HttpClient client) => (await client.GetJsonAsync("/me")).Text("id");

    public static async Task<IReadOnlyList<string>> PermissionsAsync(this HttpClient client) =>
        [.. (await client.GetJsonAsync("/me")).GetProperty("permissions").EnumerateArray().Select(p => p.GetString()!)];
}
