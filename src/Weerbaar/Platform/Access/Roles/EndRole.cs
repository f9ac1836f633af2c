using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>Takes a role back: it holds no more from the next request on, nor for who used it by delegation.</summary>
public static class EndRole
{
    public sealed record Request
    {
        public string Reason { get; init; } = "";
    }

    public static async Task<RoleAssignment> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, TimeProvider clock, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        var assignment = await db.GetAsync<RoleAssignment>(id, ct);
        db.Expect(assignment, version);
        if (assignment.Role == Role.Administrator && assignment.IsInForce(clock.Today()))
        {
            await RefuseLastAsync(assignment, db, clock, ct);
        }

        new InputCheck().Require(request.Reason.Length <= TextRules.LongestReason, "reason", "access.roles.error.reason", TextRules.LongestReason).ThrowIfAny();
        assignment.End(clock.GetUtcNow());
        await db.SaveAsync(new Change("access.end-role", request.Reason.Trim()) { About = assignment.PersonId }, ct);
        return assignment;
    }

    private static Task RefuseLastAsync(RoleAssignment assignment, WeerbaarDb db, TimeProvider clock, CancellationToken ct) =>
        assignment.PersonId == db.Actor.Id
            ? throw new BrokenRule("access.rule.not-oneself")
            : AdministratorLeft.RelyOnAnotherAsync(db, assignment.PersonId, clock.Today(), ct);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/role-assignments/{id}/end", async (
                string id, IfMatch version, Request request, WeerbaarDb db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            {
                var assignment = await HandleAsync(id, version.Version, request, db, clock, ct);
                return http.WithVersion(RoleView.Of(assignment), assignment);
            })
            .Needs(Permission.ManagePeople).WithName("endRole").WithSummary("Take a role back");
}
