using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>Which roles people were given, now and before.</summary>
public static class ListRoles
{
    public static async Task<IReadOnlyList<RoleAssignment>> HandleAsync(WeerbaarDb db, string? personId, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        return await db.Set<RoleAssignment>().AsNoTracking().Where(a => personId == null || a.PersonId == personId)
            .OrderBy(a => a.PersonId).ThenBy(a => a.EndedAt != null).ThenByDescending(a => a.From).ThenBy(a => a.Id).ToListAsync(ct);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/role-assignments", async (WeerbaarDb db, string? personId, CancellationToken ct) =>
            {
                var roles = await HandleAsync(db, personId, ct);
                return new Listing<RoleView> { Items = [.. roles.Select(RoleView.Of)], Total = roles.Count };
            })
            .Needs(Permission.ManagePeople).WithName("listRoles").WithSummary("Which roles people were given, and where they hold");
}
