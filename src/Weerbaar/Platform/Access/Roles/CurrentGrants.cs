using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Delegations;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>A role somebody has on a day, with the assignment it comes from, and the delegation if it came by one.</summary>
public sealed record HeldGrant(string PersonId, Grant Grant, RoleAssignment Assignment, Delegation? Delegation);

/// <summary>
/// The roles people have on a day: those they were given, and those of others that they may use. A delegation falls
/// with the assignment it lends, and when who lends it is blocked.
/// </summary>
public sealed class CurrentGrants(WeerbaarDb db, OrganisationCatalogue organisations)
{
    /// <summary>The roles of one person, or of everybody, as far as the actor of the database may see what they hold for.</summary>
    public async Task<IReadOnlyList<HeldGrant>> OfAsync(string? personId, DateOnly day, CancellationToken ct)
    {
        var own = await InForce(day).Where(a => personId == null || a.PersonId == personId).ToListAsync(ct);
        var lent = await Lent(day).Where(d => personId == null || d.ToPersonId == personId)
            .Join(InForce(day), d => d.AssignmentId, a => a.Id, (d, a) => new { Delegation = d, Assignment = a }).ToListAsync(ct);
        return [.. own.Select(a => Of(a.PersonId, a, null, day)), .. lent.Select(l => Of(l.Delegation.ToPersonId, l.Assignment, l.Delegation, day))];
    }

    private IQueryable<RoleAssignment> InForce(DateOnly day) => db.Set<RoleAssignment>().AsNoTracking()
        .Where(a => a.EndedAt == null && (a.From == null || a.From <= day) && (a.Until == null || a.Until >= day)).OrderBy(a => a.Id);

    private IQueryable<Delegation> Lent(DateOnly day) => db.Set<Delegation>().AsNoTracking()
        .Where(d => d.EndedAt == null && d.From <= day && d.Until >= day && db.Set<Person>().Any(p => p.Id == d.FromPersonId && !p.Disabled))
        .OrderBy(d => d.Id);

    private HeldGrant Of(string personId, RoleAssignment assignment, Delegation? delegation, DateOnly day)
    {
        var grant = new Grant(assignment.Id, assignment.Role, assignment.Scope())
        {
            Organisations = assignment.Organisation is { } code ? organisations.Within(code, day) : new HashSet<string>(),
            DelegationId = delegation?.Id,
            OnBehalfOf = delegation?.FromPersonId,
        };
        return new HeldGrant(personId, grant, assignment, delegation);
    }
}
