using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>A person as who manages people sees one, with the roles and organisations they have today.</summary>
public sealed record PersonView(
    string Id, string Name, string Email, Marking Clearance, bool Disabled, IReadOnlyList<PersonView.HeldRole> Roles, IReadOnlyList<string> Organisations, long Version)
{
    /// <summary>A role in force, where it holds, and on whose behalf when it was lent.</summary>
    public sealed record HeldRole(Role Role, string? Organisation, string? OnBehalfOf)
    {
        [ObjectIds]
        public string? ObjectId { get; set; }

        public static HeldRole Of(Grant grant) => new(grant.Role, grant.Scope.Organisation, grant.OnBehalfOf) { ObjectId = grant.Scope.ObjectId };
    }

    public static PersonView Of(KnownPerson known) => new(
        known.Person.Id, known.Person.Name, known.Person.Email, known.Person.Clearance, known.Person.Disabled,
        [.. known.Grants.Select(HeldRole.Of)], known.Organisations, known.Person.Version);
}

/// <summary>A person with what they have today: roles, and organisations they work for.</summary>
public sealed record KnownPerson(Person Person, IReadOnlyList<HeldGrant> Held, IReadOnlyList<string> Organisations)
{
    public IReadOnlyList<Grant> Grants { get; } = [.. Held.Select(h => h.Grant)];

    /// <summary>The person as an actor, as they are when they sign in. Who has no role may see nothing, and only sign out.</summary>
    /// <param name="opened">What they opened in an emergency, and until when.</param>
    public Actor ToActor(IReadOnlyDictionary<string, DateTimeOffset>? opened = null) => Grants.Count == 0
        ? Person.ToActor([]) with { Permissions = new HashSet<Permission> { Permission.SignIn }, Clearance = Actor.Nobody.Clearance }
        : Person.ToActor(Organisations).With(Grants) with { Opened = opened ?? new Dictionary<string, DateTimeOffset>() };

    /// <summary>The same with the roles that hold everywhere, for an organisation, or for one of these objects: those that the person sees.</summary>
    public KnownPerson Seeing(IReadOnlySet<string> objectIds) =>
        new(Person, [.. Held.Where(h => h.Grant.Scope.ObjectId is not { } id || objectIds.Contains(id))], Organisations);
}
