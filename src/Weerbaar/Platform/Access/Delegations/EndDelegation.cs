using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Delegations;

/// <summary>Takes back a role that was lent: by who lent it, by who has it, or by who manages people.</summary>
public static class EndDelegation
{
    public static async Task<LentRole> HandleAsync(string id, long version, WeerbaarDb db, TimeProvider clock, CancellationToken ct)
    {
        db.Actor.Need(Permission.SignIn);
        var delegation = await db.GetAsync<Delegation>(id, ct);
        if (db.Actor.Id != delegation.FromPersonId && db.Actor.Id != delegation.ToPersonId && !db.Actor.May(Permission.ManagePeople))
        {
            throw new Rules.NotThere("delegation", id);
        }

        db.Expect(delegation, version);
        delegation.End(clock.GetUtcNow());
        await db.SaveAsync(new Change("access.end-delegation"), ct);
        return new LentRole(delegation, await db.GetAsync<RoleAssignment>(delegation.AssignmentId, ct));
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/delegations/{id}/end", async (
                string id, IfMatch version, WeerbaarDb db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            {
                var lent = await HandleAsync(id, version.Version, db, clock, ct);
                return http.WithVersion(DelegationView.Of(lent), lent.Delegation);
            })
            .Needs(Permission.SignIn).WithName("endDelegation").WithSummary("Take back a role that was lent");
}
