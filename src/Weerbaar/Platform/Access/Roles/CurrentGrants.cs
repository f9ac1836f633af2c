using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Delegations;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>
/// The roles people have on a day: those they were given, and those of others that they may use. A delegation falls
/// with the assignment it lends, and when who lends it is blocked.
/// </summary>
public sealed class CurrentGrants(WeerbaarDb db, OrganisationCatalogue organisations)
{
    /// <summary>The roles of one person, as far as the actor of the database may see what they hold for.</summary>
    public async Task<IReadOnlyList<Grant>> OfAsync(string personId, DateOnly day, CancellationToken ct)
    {
        var own = await InForce(day).Where(a => a.PersonId == personId).ToListAsync(ct);
        var lent = await Lent(day).Where(d => d.ToPersonId == personId)
            .Join(InForce(day), d => d.AssignmentId, a => a.Id, (d, a) => new { Delegation = d, Assignment = a }).ToListAsync(ct);
        return [.. own.Select(a => Of(a, day)), .. lent.Select(l => Of(l.Assignment, day, l.Delegation))];
    }

    /// <summary>The roles of everybody who has any, by person.</summary>
    public async Task<ILookup<string, Grant>> OfAllAsync(DateOnly day, CancellationToken ct)
    {
        var own = await InForce(day).ToListAsync(ct);
        var byId = own.ToDictionary(a => a.Id, StringComparer.Ordinal);
        var lent = await Lent(day).ToListAsync(ct);
        return own.Select(a => (Who: a.PersonId, Grant: Of(a, day)))
            .Concat(lent.Where(d => byId.ContainsKey(d.AssignmentId)).Select(d => (Who: d.ToPersonId, Grant: Of(byId[d.AssignmentId], day, d))))
            .ToLookup(g => g.Who, g => g.Grant, StringComparer.Ordinal);
    }

    private IQueryable<RoleAssignment> InForce(DateOnly day) => db.Set<RoleAssignment>().AsNoTracking()
        .Where(a => a.EndedAt == null && (a.From == null || a.From <= day) && (a.Until == null || a.Until >= day)).OrderBy(a => a.Id);

    private IQueryable<Delegation> Lent(DateOnly day) => db.Set<Delegation>().AsNoTracking()
        .Where(d => d.EndedAt == null && d.From <= day && d.Until >= day && db.Set<Person>().Any(p => p.Id == d.FromPersonId && !p.Disabled))
        .OrderBy(d => d.Id);

    private Grant Of(RoleAssignment assignment, DateOnly day, Delegation? delegation = null) => new(assignment.Id, assignment.Role, assignment.Scope())
    {
        Organisations = assignment.Organisation is { } code ? organisations.Within(code, day) : new HashSet<string>(),
        DelegationId = delegation?.Id,
        OnBehalfOf = delegation?.FromPersonId,
    };
}
