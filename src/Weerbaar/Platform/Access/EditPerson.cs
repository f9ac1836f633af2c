using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>Changes a person's name, address and clearance, or blocks them.</summary>
public sealed class EditPerson(WeerbaarDb db, Sessions sessions, Invite invite, TimeProvider clock)
{
    public sealed record Request
    {
        public required string Name { get; init; }

        public required string Email { get; init; }

        public required Marking Clearance { get; init; }

        public required bool Disabled { get; init; }
    }

    public async Task<Person> HandleAsync(string id, long version, Request request, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        if (id == db.Actor.Id && (request.Disabled || request.Clearance != db.Actor.Clearance))
        {
            throw new BrokenRule("access.rule.not-oneself");
        }

        var person = await db.GetAsync<Person>(id, ct);
        db.Expect(person, version);
        await CheckAsync(person, request, ct);
        person.Change(request.Name, request.Email, request.Clearance);
        person.Disable(request.Disabled);
        if (request.Disabled)
        {
            await sessions.EndOpenAsync(id, _ => true, ct);
            await invite.WithdrawAsync(id, ct);
        }

        await db.SaveAsync(new Change("access.edit-person"), ct);
        return person;
    }

    private async Task CheckAsync(Person person, Request request, CancellationToken ct)
    {
        if (request.Clearance > db.Actor.Clearance && request.Clearance != person.Clearance)
        {
            throw new BrokenRule("access.rule.higher-clearance");
        }

        if (request.Disabled && !person.Disabled && await AdministratorLeft.On(db, clock.Today()).AnyAsync(a => a.Person.Id == person.Id, ct))
        {
            await AdministratorLeft.RelyOnAnotherAsync(db, person.Id, clock.Today(), ct);
        }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/people/{id}", async (
                string id, IfMatch version, Request request, EditPerson edit, KnownPeople people, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            {
                var person = await edit.HandleAsync(id, version.Version, request, ct);
                return http.WithVersion(PersonView.Of(await people.OfAsync(person, clock.Today(), ct)), person);
            })
            .Needs(Permission.ManagePeople).WithName("editPerson").WithSummary("Change or block a person");
}
