using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Explanation;

/// <summary>What a person may see and do, and why: for themselves, and for who manages people.</summary>
public sealed class ExplainPerson(WeerbaarDb db, KnownPeople people, OrganisationCatalogue organisations, Texts texts, TimeProvider clock)
{
    /// <param name="Id">The person.</param>
    /// <param name="Name">Their name.</param>
    /// <param name="Clearance">Up to which marking they see; empty when they see nothing.</param>
    /// <param name="Sees">Why, in words.</param>
    /// <param name="Reasons">Every permission by every role that brings it.</param>
    public sealed record View(string Id, string Name, Marking? Clearance, string Sees, IReadOnlyList<AccessReason> Reasons);

    public async Task<View> HandleAsync(string id, CancellationToken ct)
    {
        if (id != db.Actor.Id && !db.Actor.May(Permission.ManagePeople))
        {
            throw new NotThere("person", id);
        }

        var known = await people.OfAsync(await db.GetAsync<Person>(id, ct), clock.Today(), ct);
        var names = await AccessNames.ReadAsync(db, known.Grants.Select(g => g.Scope), organisations, texts, ct);
        var person = known.Person;
        return person.Disabled || known.Grants.Count == 0
            ? new View(id, person.Name, null, texts[person.Disabled ? "access.explain.blocked" : "access.explain.no-role"], [])
            : new View(id, person.Name, person.Clearance, texts["access.explain.clearance", texts.Of(person.Clearance)], [.. Reasons(known, names)]);
    }

    private IEnumerable<AccessReason> Reasons(KnownPerson known, AccessNames names) =>
        from permission in Enum.GetValues<Permission>()
        from held in known.Held
        where held.Grant.Holds(permission)
        select AccessReason.Of(permission, held, names, texts);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/people/{id}/access", (string id, ExplainPerson explain, CancellationToken ct) => explain.HandleAsync(id, ct))
            .Needs(Permission.SignIn).WithName("explainPerson").WithSummary("What a person may see and do, and why");
}
