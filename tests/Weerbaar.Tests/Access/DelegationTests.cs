using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Delegations;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Tests.Markings;
using Weerbaar.Tests.Measures;

namespace Weerbaar.Tests.Access;

public sealed class DelegationTests
{
    [Theory, OnEveryDatabase]
    public async Task A_role_that_was_lent_can_be_used_until_it_is_taken_back(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.DepartmentalConfidential);
        var lent = await LendAsync(site, coordinator, reader);

        (await reader.AddMeasureAsync()).ShouldNotBeEmpty();
        (await reader.GetJsonAsync("/delegations")).GetProperty("items")[0].Text("role").ShouldBe("Coordinator");
        using var ended = await coordinator.SendJsonAsync(HttpMethod.Post, $"/delegations/{lent.Text("id")}/end", new { }, 1);

        ended.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await reader.SendJsonAsync(HttpMethod.Post, "/measures", MeasureRequests.Measure())).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await coordinator.AddMeasureAsync()).ShouldNotBeEmpty();
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_lent_falls_with_the_role_and_with_who_has_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        await LendAsync(site, coordinator, reader);
        await LendAsync(site, analyst, reader);
        var role = (await administrator.GetJsonAsync($"/role-assignments?personId={await coordinator.IdAsync()}")).GetProperty("items")[0].Text("id");

        (await reader.PermissionsAsync()).ShouldContain("PlanCycle");
        await administrator.PostJsonAsync($"/role-assignments/{role}/end", new { }, 1);
        (await reader.PermissionsAsync()).ShouldNotContain("PlanCycle");
        (await reader.PermissionsAsync()).ShouldContain("WriteThreats");
        await BlockAsync(administrator, await analyst.IdAsync());
        (await reader.PermissionsAsync()).ShouldBe(["Read", "SignIn"]);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_lent_is_not_lent_on_and_not_lent_twice(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader);
        using var third = await site.SignInAsync(Role.Reader);
        var lent = await LendAsync(site, coordinator, reader);
        var email = await site.EmailOfAsync(await third.IdAsync());

        using var on = await reader.SendJsonAsync(HttpMethod.Post, "/delegations", Request(lent.Text("assignmentId"), email));
        using var twice = await coordinator.SendJsonAsync(
            HttpMethod.Post, "/delegations", Request(lent.Text("assignmentId"), await site.EmailOfAsync(await reader.IdAsync())));

        on.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await on.Content.ReadAsStringAsync()).ShouldContain("die u zelf hebt gekregen");
        twice.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var refused = await third.SendJsonAsync(HttpMethod.Post, $"/delegations/{lent.Text("id")}/end", new { }, 1);
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_manages_people_cannot_let_another_do_that_nor_see_more_than_they_did(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.Public);
        await LendAsync(site, administrator, reader);

        var me = await reader.GetJsonAsync("/me");
        me.Text("clearance").ShouldBe("Public");
        (await reader.PermissionsAsync()).ShouldNotContain("ManagePeople");
        (await reader.PermissionsAsync()).ShouldNotContain("OpenInEmergency");
        (await reader.PermissionsAsync()).ShouldContain("ReadJournal");
        (await reader.GetAsync("/people")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.GetAsync("/people/new")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.GetStringAsync("/")).ShouldNotContain("href=\"/people\"");
    }

    [Theory, OnEveryDatabase]
    public async Task A_delegation_needs_a_last_day_not_too_far_a_reason_and_a_colleague(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader);
        var (role, email) = (await RoleOfAsync(site, coordinator), await site.EmailOfAsync(await reader.IdAsync()));

        await RefusedAsync(new { assignmentId = role, email, reason = "x" }, "until");
        await RefusedAsync(new { assignmentId = role, email, until = GiveRoleTests.Day(90), reason = "x" }, "ten hoogste 90 dagen");
        await RefusedAsync(new { assignmentId = role, email, until = GiveRoleTests.Day(-1), reason = "x" }, "ligt voor de eerste");
        await RefusedAsync(new { assignmentId = role, email, from = GiveRoleTests.Day(-1), until = GiveRoleTests.Day(1), reason = "x" }, "De eerste dag is voorbij");
        await RefusedAsync(new { assignmentId = role, email, until = GiveRoleTests.Day(1), reason = " " }, "reason");
        await RefusedAsync(Request(role, "nobody@example.org"), "Geen collega met toegang");
        await RefusedAsync(Request(role, await site.EmailOfAsync(await coordinator.IdAsync())), "Geen collega met toegang");
        (await site.AsConsoleAsync((db, _) => db.Set<Delegation>().CountAsync())).ShouldBe(0);

        async Task RefusedAsync(object request, string words)
        {
            using var answer = await coordinator.SendJsonAsync(HttpMethod.Post, "/delegations", request);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync()).ShouldContain(words);
        }
    }

    [Theory, OnEveryDatabase]
    public async Task A_browser_left_alone_lends_nothing(DatabaseKind kind)
    {
        var clock = new MovableClock();
        await using var site = await TestSite.StartAsync(kind, clock);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader);
        var request = Request(await RoleOfAsync(site, coordinator), await site.EmailOfAsync(await reader.IdAsync()));
        clock.Move(TimeSpan.FromMinutes(31));

        using var answer = await coordinator.SendJsonAsync(HttpMethod.Post, "/delegations", request);

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Meld u af en opnieuw aan");
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_done_with_it_says_on_whose_behalf_and_what_is_done_with_ones_own_does_not(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        await LendAsync(site, coordinator, analyst);
        var (lender, user) = (await coordinator.IdAsync(), await analyst.IdAsync());

        (await BehalfAsync(new WorkingMethod.Measures.Measure("m", new() { Title = new("A", "A") }, default))).ShouldBe(lender);
        (await BehalfAsync(new WorkingMethod.Threats.Threat("t", default, new("A", "A"), Text.Empty, []))).ShouldBeNull();

        async Task<string?> BehalfAsync(MarkedObject made)
        {
            var known = await site.AsConsoleAsync(async (db, services) =>
                await services.GetRequiredService<KnownPeople>().OfAsync(await db.GetAsync<Person>(user, CancellationToken.None), Day, CancellationToken.None));
            return await site.AsAsync(known.ToActor(), async (db, _) =>
            {
                db.Add((object)made);
                await db.SaveAsync(new Change("test"), CancellationToken.None);
                return db.Actor.OnBehalfOf;
            });
        }
    }

    [Theory, OnEveryDatabase]
    public async Task What_leaves_by_a_role_that_was_lent_says_on_whose_behalf(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.DepartmentalConfidential);
        await LendAsync(site, coordinator, reader);
        var lender = await coordinator.IdAsync();
        await coordinator.AddThreatAsync("Openbaar", "Public");
        (await reader.GetAsync("/api/v1/tables/threats")).EnsureSuccessStatusCode();
        await coordinator.AddThreatAsync("Intern", "Internal");

        (await reader.GetAsync("/api/v1/tables/threats?recipient=BZK")).EnsureSuccessStatusCode();
        (await reader.GetAsync("/api/v1/journal/export?recipient=BZK")).EnsureSuccessStatusCode();
        (await coordinator.GetAsync("/api/v1/tables/threats?recipient=BZK")).EnsureSuccessStatusCode();

        var left = await site.AsConsoleAsync((db, _) => db.Journal.Where(e => e.Verb == "tables.export" || e.Verb == "journal.export").OrderBy(e => e.Seq).Select(e => e.OnBehalfOf).ToListAsync());
        left.ShouldBe(["", lender, lender, ""]);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_has_an_account_elsewhere_is_not_found_out_by_lending(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var coordinator = await site.SignInAsync(Role.Coordinator);
        using var colleague = await site.SignInAsync(Role.Reader);
        using var elsewhere = await site.SignInAsync(Role.Reader);
        await WorksForAsync(site, coordinator, "JenV");
        await WorksForAsync(site, colleague, "NCTV");
        await WorksForAsync(site, elsewhere, "DEF");
        var role = await RoleOfAsync(site, coordinator);

        var there = await AnswerAsync(await site.EmailOfAsync(await elsewhere.IdAsync()));
        var nobody = await AnswerAsync("nobody@example.org");

        there.ShouldBe(nobody);
        there.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await AnswerAsync(await site.EmailOfAsync(await colleague.IdAsync()))).Status.ShouldBe(HttpStatusCode.Created);

        async Task<(HttpStatusCode Status, string Words)> AnswerAsync(string email)
        {
            using var answer = await coordinator.SendJsonAsync(HttpMethod.Post, "/delegations", Request(role, email));
            return (answer.StatusCode, answer.StatusCode == HttpStatusCode.BadRequest ? (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").ToString() : "");
        }
    }

    private static async Task WorksForAsync(TestSite site, HttpClient person, string organisation)
    {
        var id = await person.IdAsync();
        await site.AsConsoleAsync(async (db, _) =>
        {
            db.Add(new PersonFunction($"{id}-function", id, new(organisation, "Adviseur", new DateOnly(2026, 1, 1), null)));
            await db.SaveAsync(new Change("test"), CancellationToken.None);
            return true;
        });
    }

    private static DateOnly Day => TimeProvider.System.Today();

    private static object Request(string assignmentId, string email) => new { assignmentId, email, until = GiveRoleTests.Day(7), reason = "Verlof" };

    private static async Task<JsonElement> LendAsync(TestSite site, HttpClient from, HttpClient to) =>
        await from.PostJsonAsync("/delegations", Request(await RoleOfAsync(site, from), await site.EmailOfAsync(await to.IdAsync())));

    private static async Task<string> RoleOfAsync(TestSite site, HttpClient person)
    {
        var id = await person.IdAsync();
        return await site.AsConsoleAsync((db, _) => db.Set<RoleAssignment>().Where(a => a.PersonId == id).Select(a => a.Id).SingleAsync());
    }

    private static async Task BlockAsync(HttpClient administrator, string id)
    {
        var person = await administrator.GetJsonAsync($"/people/{id}");
        using var blocked = await administrator.SendJsonAsync(
            HttpMethod.Put, $"/people/{id}", new { name = person.Text("name"), email = person.Text("email"), clearance = person.Text("clearance"), disabled = true }, 1);
        blocked.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
