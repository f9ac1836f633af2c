using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Delegations;

/// <summary>A delegation with the role it lends.</summary>
public sealed record LentRole(Delegation Delegation, RoleAssignment Assignment)
{
    /// <summary>It lends something today; what the role is worth falls with who has it.</summary>
    public bool IsInForce(DateOnly day) => Delegation.IsInForce(day) && Assignment.IsInForce(day);

    public bool IsOver(DateOnly day) => Delegation.IsOver(day) || Assignment.IsOver(day);
}

/// <summary>What somebody lent to others, and what others lent to them, now and before.</summary>
public static class ListDelegations
{
    public static async Task<IReadOnlyList<LentRole>> HandleAsync(WeerbaarDb db, string personId, CancellationToken ct)
    {
        if (personId != db.Actor.Id)
        {
            db.Actor.Need(Permission.ManagePeople);
        }

        var lent = await db.Set<Delegation>().AsNoTracking().Where(d => d.FromPersonId == personId || d.ToPersonId == personId)
            .Join(db.Set<RoleAssignment>().AsNoTracking(), d => d.AssignmentId, a => a.Id, (d, a) => new { Delegation = d, Assignment = a })
            .OrderBy(l => l.Delegation.EndedAt != null).ThenByDescending(l => l.Delegation.Until).ThenBy(l => l.Delegation.Id).ToListAsync(ct);
        return [.. lent.Select(l => new LentRole(l.Delegation, l.Assignment))];
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/delegations", async (WeerbaarDb db, string? personId, CancellationToken ct) =>
            {
                var lent = await HandleAsync(db, personId ?? db.Actor.Id, ct);
                return new Listing<DelegationView> { Items = [.. lent.Select(DelegationView.Of)], Total = lent.Count };
            })
            .Needs(Permission.SignIn).WithName("listDelegations").WithSummary("Which roles somebody lent, and which were lent to them");
}
