namespace Weerbaar.Platform.Access;

/// <summary>Where a role holds: everywhere, for what one organisation leads, or for one object and what hangs directly on it.</summary>
public sealed record RoleScope
{
    public static RoleScope Everywhere { get; } = new();

    /// <summary>The code of the organisation; empty where it holds for no organisation in particular.</summary>
    public string? Organisation { get; init; }

    public string? ObjectId { get; init; }

    public bool IsEverywhere => Organisation is null && ObjectId is null;
}

/// <summary>A role somebody has at this moment, and where it comes from.</summary>
/// <param name="AssignmentId">The assignment it was given by.</param>
/// <param name="Role">Which role.</param>
/// <param name="Scope">Where it holds.</param>
public sealed record Grant(string AssignmentId, Role Role, RoleScope Scope)
{
    /// <summary>The organisation of the scope and all that fall under it today.</summary>
    public IReadOnlySet<string> Organisations { get; init; } = new HashSet<string>();

    /// <summary>The delegation it came by; null where it is one's own.</summary>
    public string? DelegationId { get; init; }

    /// <summary>The id of the person whose it is, where it came by delegation.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>What a program that acts by this role was given; null for a person, who may all of it.</summary>
    public IReadOnlySet<Permission>? Only { get; init; }

    public IEnumerable<Permission> Permissions => Role.Permissions().Where(Holds);

    /// <summary>
    /// What the role brings somewhere: where it does not hold everywhere, nothing that is of the whole program; and where it
    /// was lent, nothing that leads to how people sign in or past the clearance.
    /// </summary>
    public bool Holds(Permission permission) => Role.Permissions().Contains(permission)
        && Only?.Contains(permission) != false
        && (Scope.IsEverywhere || !PermissionReach.Whole.Contains(permission))
        && (OnBehalfOf is null || !PermissionReach.NeverLent.Contains(permission));

    public bool Covers(Place place) => Scope.IsEverywhere
        || (Scope.ObjectId is { } id && place.ObjectIds.Contains(id))
        || place.LedBy.Any(Organisations.Contains);

    /// <summary>Whether this brings the permission for a place; what is one's own it brings anywhere.</summary>
    public bool Brings(Permission permission, Place place) =>
        Holds(permission) && (PermissionReach.Own.Contains(permission) || Covers(place));
}
