using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.ApiClients;
using Weerbaar.Platform.Access.Delegations;
using Weerbaar.Platform.Access.Explanation;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;
using Weerbaar.Tests.Measures;
using Weerbaar.Tests.Platform;
using Client = Weerbaar.Platform.Access.ApiClients.ApiClient;

namespace Weerbaar.Tests.Access;

/// <summary>What is said of who may see and do what is what really happens.</summary>
public sealed class ExplanationTests
{
    private const int people = 40;
    private const int programs = 8;

    /// <summary>People with roles, functions and delegations drawn at random, and every object of a whole thread.</summary>
    [Theory, OnEveryDatabase]
    public async Task For_everybody_and_everything_the_explained_permissions_are_those_that_hold(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await ThreadWithUnseen.MakeAsync(site);
        var objects = await site.AsConsoleAsync((db, _) => db.Objects.AsNoTracking().OrderBy(o => o.Id).ToListAsync());
        await site.AsConsoleAsync((db, services) => FillAsync(db, services.GetRequiredService<TimeProvider>().Today(), [.. objects.Select(o => o.Id)]));
        var all = await SignedInAsync(site);
        var actors = await site.AsConsoleAsync(async (db, services) =>
        {
            var programs = (await KnownClient.AllAsync(db, all, services.GetRequiredService<TimeProvider>().Today(), CancellationToken.None)).Select(c => (c.Owner.Person.Disabled, Actor: c.ToActor()));
            return all.Select(p => (p.Person.Disabled, Actor: p.ToActor())).Concat(programs).ToDictionary(a => a.Actor.Id, a => a.Disabled ? Actor.Nobody : a.Actor);
        });

        var (seen, allowed) = (0, 0);
        foreach (var about in objects)
        {
            var explained = await site.AsConsoleAsync((_, services) => services.GetRequiredService<ExplainObject>().HandleAsync(about.Id, CancellationToken.None));
            foreach (var row in explained.People)
            {
                var (sees, may) = await site.AsAsync(actors[row.PersonId], (db, services) => ReallyAsync(about, db, services.GetRequiredService<ObjectKinds>()));

                row.Sees.ShouldBe(sees, $"{row.Name} {about.Id}: {row.Why}");
                row.May.Select(m => m.Permission).Distinct().Order().ShouldBe(may.Order(), $"{row.Name} {about.Id}");
                (seen, allowed) = (seen + (sees ? 1 : 0), allowed + may.Count);
            }
        }

        actors.Keys.Count(id => id.StartsWith("api-client:", StringComparison.Ordinal)).ShouldBe(programs);
        seen.ShouldBeInRange(people, (people * objects.Count) - people);
        allowed.ShouldBeGreaterThan(people);
    }

    [Theory, OnEveryDatabase]
    public async Task A_person_is_told_every_permission_they_have_and_no_other_with_the_role_it_follows_from(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        await ThreadWithUnseen.MakeAsync(site);
        var ids = await site.AsConsoleAsync((db, _) => db.Objects.Select(o => o.Id).ToListAsync());
        await site.AsConsoleAsync((db, services) => FillAsync(db, services.GetRequiredService<TimeProvider>().Today(), ids));

        var all = await SignedInAsync(site);
        all.SelectMany(p => p.Grants).Count(g => g.Scope.ObjectId is not null).ShouldBeLessThan(
            (await site.AsConsoleAsync(EverythingAsync)).SelectMany(p => p.Grants).Count(g => g.Scope.ObjectId is not null));
        await site.AsConsoleAsync(async (_, services) =>
        {
            foreach (var known in all)
            {
                var explained = await services.GetRequiredService<ExplainPerson>().HandleAsync(known.Person.Id, CancellationToken.None);
                var actor = known.ToActor();
                var may = known.Person.Disabled || known.Grants.Count == 0 ? [] : Enum.GetValues<Permission>().Where(actor.MaySomewhere);

                explained.Reasons.Select(r => r.Permission).Distinct().Order().ShouldBe(may.Order(), known.Person.Name);
                explained.Reasons.ShouldAllBe(r => r.Why.Length > 10);
            }

            return true;
        });
    }

    [Theory, OnEveryDatabase]
    public async Task The_reason_names_the_role_where_it_holds_and_who_gave_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var reader = await site.SignInAsync(Role.Reader, Marking.DepartmentalConfidential);
        var id = await reader.IdAsync();
        await administrator.PostJsonAsync("/role-assignments", new { personId = id, role = "MinistryContact", organisation = "DEF", until = GiveRoleTests.Day(9) });
        var measure = await administrator.AddMeasureAsync(MeasureRequests.Measure(leads: ["DEF"]));

        var own = (await reader.GetJsonAsync($"/people/{id}/access")).GetProperty("reasons").EnumerateArray().Single(r => r.Text("permission") == "ReportProgress");
        var row = (await administrator.GetJsonAsync($"/objects/{measure}/access")).GetProperty("people").EnumerateArray().Single(p => p.Text("personId") == id);
        var page = (await administrator.PageAsync($"/access/{measure}")).MainText();

        own.Text("why").ShouldStartWith("door de rol contactpersoon ministerie, voor wat Ministerie van Defensie leidt, gegeven door A Administrator op");
        row.GetProperty("may")[0].Text("why").ShouldBe(own.Text("why"));
        page.ShouldContain(own.Text("why"));
        var mine = await reader.PageAsync($"/people/{id}/access");
        mine.MainText().ShouldContain("voortgang melden");
        var rights = mine.QuerySelectorAll("main tbody th").Select(t => t.TextContent.Trim()).ToList();
        rights.ShouldBe(rights.Distinct(), "each stands once, with all its grounds");
        (await administrator.GetStringAsync($"/access/{measure}?format=csv")).ShouldContain("contactpersoon ministerie");
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_with_a_key_stands_among_who_may_with_who_answers_for_it(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        await administrator.PostJsonAsync("/api-clients", new { name = "Dashboard", permissions = new[] { "ReportProgress" }, clearance = "Internal", until = GiveRoleTests.Day(9) });
        var measure = await administrator.AddMeasureAsync();

        var row = (await administrator.GetJsonAsync($"/objects/{measure}/access")).GetProperty("people").EnumerateArray().Single(p => p.Text("name") == "Dashboard");

        row.Text("owner").ShouldBe("A Administrator");
        row.Text("why").ShouldStartWith("programma van A Administrator: ziet tot en met intern");
        row.GetProperty("may").EnumerateArray().Single().Text("permission").ShouldBe("ReportProgress");
        (await administrator.PageAsync($"/access/{measure}")).MainText().ShouldContain("programma van A Administrator: door de rol beheerder");
        var owner = await administrator.GetJsonAsync($"/people/{await administrator.IdAsync()}/access");
        owner.GetProperty("programs").EnumerateArray().Single().Text("name").ShouldBe("Dashboard");
        owner.Text("sees").ShouldContain("werkt nu voor geen organisatie");
    }

    [Theory, OnEveryDatabase]
    public async Task Who_does_not_manage_people_or_set_the_marking_is_told_of_themselves_alone(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var analyst = await site.SignInAsync(Role.Analyst);
        using var reader = await site.SignInAsync(Role.Reader);
        var measure = await administrator.AddMeasureAsync();
        var other = await administrator.IdAsync();

        (await reader.GetAsync($"/api/v1/people/{other}/access")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync($"/people/{other}/access")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await reader.GetAsync($"/api/v1/objects/{measure}/access")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await reader.GetStringAsync($"/measures/{measure}")).ShouldNotContain($"/access/{measure}");
        (await analyst.GetStringAsync($"/measures/{measure}")).ShouldContain($"/access/{measure}");
        (await analyst.GetAsync($"/access/{measure}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_permission_is_ones_own_or_of_the_whole_program_or_changes_some_kind_of_object()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);

        await site.AsConsoleAsync((_, services) =>
        {
            var kinds = services.GetRequiredService<ObjectKinds>().All;
            kinds.ShouldAllBe(k => k.ChangedBy.Count > 0);
            Enum.GetValues<Permission>().Where(p => p.IsOfObjects()).Order().ShouldBe(kinds.SelectMany(k => k.ChangedBy).Append(Permission.SetMarking).Distinct().Order());
            return Task.FromResult(true);
        });
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_opened_in_an_emergency_is_told_as_seen_by_exception(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        using var administrator = await site.SignInAsync(Role.Administrator);
        using var coordinator = await site.SignInAsync(Role.Coordinator, Marking.Public);
        var measure = await administrator.AddMeasureAsync();
        await site.AsConsoleAsync(async (db, _) =>
        {
            (await db.GetAsync<WorkingMethod.Measures.Measure>(measure, CancellationToken.None)).Mark(Marking.Internal);
            await db.SaveAsync(new Change("test"), CancellationToken.None);
            return true;
        });
        var id = await coordinator.IdAsync();

        var before = await RowAsync();
        await coordinator.PostJsonAsync("/emergency-openings", new { what = measure, reason = "Dijkdoorbraak", hours = 1 });
        var after = await RowAsync();
        var person = await administrator.GetJsonAsync($"/people/{id}/access");
        var page = (await administrator.PageAsync($"/people/{id}/access")).MainText();

        before.GetProperty("sees").GetBoolean().ShouldBeFalse();
        after.GetProperty("sees").GetBoolean().ShouldBeTrue();
        after.Text("why").ShouldContain("bij uitzondering");
        person.GetProperty("opened").EnumerateArray().Single().Text("objectId").ShouldBe(measure);
        page.ShouldContain("Nu open met noodtoegang");

        async Task<System.Text.Json.JsonElement> RowAsync() =>
            (await administrator.GetJsonAsync($"/objects/{measure}/access")).GetProperty("people").EnumerateArray().Single(p => p.Text("personId") == id);
    }

    /// <summary>Everybody with the roles they have when they are recognised: read in their own place, by clearance and organisations.</summary>
    private static async Task<IReadOnlyList<KnownPerson>> SignedInAsync(TestSite site)
    {
        var signedIn = new List<KnownPerson>();
        foreach (var known in await site.AsConsoleAsync(EverythingAsync))
        {
            signedIn.Add(await site.AsAsync(known.Person.ToActor(known.Organisations), (_, services) =>
                services.GetRequiredService<KnownPeople>().OfAsync(known.Person, services.GetRequiredService<TimeProvider>().Today(), CancellationToken.None)));
        }

        return signedIn;
    }

    private static Task<IReadOnlyList<KnownPerson>> EverythingAsync(WeerbaarDb db, IServiceProvider services) =>
        services.GetRequiredService<KnownPeople>().AllAsync(services.GetRequiredService<TimeProvider>().Today(), CancellationToken.None);

    /// <summary>What the actor sees of an object, and what the save path would let them do to it.</summary>
    private static async Task<(bool Sees, IReadOnlyList<Permission> May)> ReallyAsync(IndexedObject about, WeerbaarDb db, ObjectKinds kinds)
    {
        try
        {
            var subject = await kinds[about.Kind].GetAsync(db, about.Id, CancellationToken.None);
            return (true, [.. kinds[about.Kind].ChangedBy.Append(Permission.SetMarking).Where(p => Allows(() => db.Actor.Need(p, subject)))]);
        }
        catch (NotThere)
        {
            return (false, []);
        }
    }

    private static bool Allows(Action need)
    {
        try
        {
            need();
            return true;
        }
        catch (Forbidden)
        {
            return false;
        }
    }

    private static async Task<bool> FillAsync(WeerbaarDb db, DateOnly today, IReadOnlyList<string> objects)
    {
        var random = new Random(20261122);
        var roles = new List<RoleAssignment>();
        for (var i = 0; i < people; i++)
        {
            var person = new Person($"p{i}", $"Person {i}", $"p{i}@example.org", (Marking)random.Next(3));
            person.Disable(random.Next(10) == 0);
            db.Add(person);
            roles.AddRange(Enumerable.Range(0, random.Next(4)).Select(n => Drawn(random, $"r{i}-{n}", person.Id, today, objects)));
            if (random.Next(2) == 0)
            {
                db.Add(new PersonFunction($"f{i}", person.Id, new(Organisation(random), "Function", today.AddDays(random.Next(-3, 3)), null)));
            }
        }

        db.AddRange(Enumerable.Range(0, programs).Select(i => new Client(
            $"c{i}", $"Program {i}", $"p{i}", new ApiClientScope([.. ApiClientScope.Offered.Where(_ => random.Next(2) == 0)], (Marking)random.Next(3), today.AddDays(9)), ApiKey.New($"c{i}"), DateTimeOffset.UnixEpoch)));
        db.AddRange(roles);
        db.AddRange(roles.Where(_ => random.Next(3) == 0).Select((role, n) => new Delegation(
            $"d{n}", role, $"p{random.Next(people)}", new(today.AddDays(random.Next(-3, 2)), today.AddDays(random.Next(2, 9))), "Test", DateTimeOffset.UnixEpoch)));
        await db.SaveAsync(new Change("test"), CancellationToken.None);
        return true;
    }

    private static RoleAssignment Drawn(Random random, string id, string personId, DateOnly today, IReadOnlyList<string> objects)
    {
        var role = RolePermissions.OfPeople[random.Next(RolePermissions.OfPeople.Count)];
        var scope = (role == Role.Administrator ? 0 : random.Next(3)) switch
        {
            1 => new RoleScope { Organisation = Organisation(random) },
            2 => new RoleScope { ObjectId = objects[random.Next(objects.Count)] },
            _ => RoleScope.Everywhere,
        };
        var assignment = new RoleAssignment(id, personId, role, scope, new Given("console", DateTimeOffset.UnixEpoch), today.AddDays(random.Next(-5, 2)), today.AddDays(random.Next(2, 9)));
        if (random.Next(6) == 0)
        {
            assignment.End(DateTimeOffset.UnixEpoch);
        }

        return assignment;
    }

    private static string Organisation(Random random) => new[] { "DEF", "JenV", "NCTV", "BZK", "VR13", "veiligheidsregios" }[random.Next(6)];
}
