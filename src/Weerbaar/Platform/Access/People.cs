using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>A person as who manages people sees one.</summary>
public sealed record PersonView(string Id, string Name, string Email, Role Role, Marking Clearance, bool Disabled, long Version)
{
    public static PersonView Of(Person person) =>
        new(person.Id, person.Name, person.Email, person.Role, person.Clearance, person.Disabled, person.Version);
}

/// <summary>Everybody who may sign in.</summary>
public static class ListPeople
{
    public static async Task<IReadOnlyList<Person>> HandleAsync(WeerbaarDb db, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        return await db.Set<Person>().AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(ct);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/people", async (WeerbaarDb db, CancellationToken ct) =>
            {
                var people = await HandleAsync(db, ct);
                return new Listing<PersonView> { Items = [.. people.Select(PersonView.Of)], Total = people.Count };
            })
            .Needs(Permission.ManagePeople).WithName("listPeople").WithSummary("Everybody who may sign in");
}

/// <summary>Adds a person and makes the one-time link to invite them with.</summary>
public static class AddPerson
{
    public sealed record Request
    {
        public required string Name { get; init; }

        public required string Email { get; init; }

        public required Role Role { get; init; }

        public required Marking Clearance { get; init; }
    }

    public sealed record View(PersonView Person, string SignInPath);

    public static async Task<View> HandleAsync(string id, Request request, WeerbaarDb db, Invite invite, CancellationToken ct)
    {
        invite.NeedMay(request.Clearance);
        var person = new Person(id, request.Name, request.Email, request.Role, request.Clearance);
        db.Add(person);
        var token = await invite.ForAsync(person, ct);
        return new View(PersonView.Of(person), $"/sign-in/{token}");
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/people", async (Request request, WeerbaarDb db, Ids ids, Invite invite, CancellationToken ct) =>
            {
                var view = await HandleAsync(ids.Next(), request, db, invite, ct);
                return TypedResults.Created($"/api/v1/people/{view.Person.Id}", view);
            })
            .Needs(Permission.ManagePeople).WithName("addPerson").WithSummary("Add a person and make an invitation");
}

/// <summary>Changes a person's role and clearance, or blocks them.</summary>
public static class EditPerson
{
    public sealed record Request
    {
        public required string Name { get; init; }

        public required string Email { get; init; }

        public required Role Role { get; init; }

        public required Marking Clearance { get; init; }

        public required bool Disabled { get; init; }
    }

    public static async Task<Person> HandleAsync(string id, long version, Request request, WeerbaarDb db, Sessions sessions, Invite invite, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        if (id == db.Actor.Id && (request.Disabled || request.Role != Role.Administrator || request.Clearance != db.Actor.Clearance))
        {
            throw new BrokenRule("access.rule.not-oneself");
        }

        var person = await db.GetAsync<Person>(id, ct);
        db.Expect(person, version);
        if (request.Clearance > db.Actor.Clearance && request.Clearance != person.Clearance)
        {
            throw new BrokenRule("access.rule.higher-clearance");
        }

        await RelyOnAnotherAsync(person, request, db, ct);
        person.Change(request.Name, request.Email, request.Role, request.Clearance);
        person.Disable(request.Disabled);
        if (request.Disabled)
        {
            await sessions.EndOpenAsync(id, _ => true, ct);
            await invite.WithdrawAsync(id, ct);
        }

        await db.SaveAsync(new Change("access.edit-person"), ct);
        return person;
    }

    /// <summary>Somebody must be left who manages people: also when two administrators take it from each other at once.</summary>
    private static async Task RelyOnAnotherAsync(Person person, Request request, WeerbaarDb db, CancellationToken ct)
    {
        if (person is not { Role: Role.Administrator, Disabled: false } || request is { Role: Role.Administrator, Disabled: false })
        {
            return;
        }

        var another = await db.Set<Person>().OrderBy(p => p.Id != db.Actor.Id)
            .FirstOrDefaultAsync(p => p.Id != person.Id && p.Role == Role.Administrator && !p.Disabled, ct);
        db.RelyOn(another ?? throw new BrokenRule("access.rule.last-administrator"));
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/people/{id}", async (
                string id, IfMatch version, Request request, WeerbaarDb db, Sessions sessions, Invite invite, HttpContext http, CancellationToken ct) =>
            {
                var person = await HandleAsync(id, version.Version, request, db, sessions, invite, ct);
                return http.WithVersion(PersonView.Of(person), person);
            })
            .Needs(Permission.ManagePeople).WithName("editPerson").WithSummary("Change or block a person");
}
