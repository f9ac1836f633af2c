using Weerbaar.Platform.Access.Delegations;
using Weerbaar.Platform.Organisations;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>A role somebody has on a day, with the assignment it comes from, and the delegation if it came by one.</summary>
public sealed record HeldGrant(string PersonId, Grant Grant, RoleAssignment Assignment, Delegation? Delegation)
{
    public static HeldGrant Own(RoleAssignment assignment, OrganisationCatalogue organisations, DateOnly day) => new(
        assignment.PersonId,
        new Grant(assignment.Id, assignment.Role, assignment.Scope())
        {
            Organisations = assignment.Organisation is { } code ? organisations.Within(code, day) : new HashSet<string>(),
        },
        assignment,
        null);

    public static HeldGrant By(LentRole lent, OrganisationCatalogue organisations, DateOnly day)
    {
        var own = Own(lent.Assignment, organisations, day);
        return own with
        {
            PersonId = lent.Delegation.ToPersonId,
            Grant = own.Grant with { DelegationId = lent.Delegation.Id, OnBehalfOf = lent.Delegation.FromPersonId },
            Delegation = lent.Delegation,
        };
    }
}
