using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>One decision, with what it was taken on then and now.</summary>
public static class GetDecision
{
    public sealed record View(DecisionView Decision, DateTimeOffset? BoundAt, IReadOnlyList<BasisComparison> Basis);

    public static async Task<(Decision Decision, BasisState State, IReadOnlyList<BasisComparison> Basis)> HandleAsync(
        string id, WeerbaarDb db, BasisCheck basis, CancellationToken ct)
    {
        var decision = await db.GetAsync<Decision>(id, ct);
        return (decision, await basis.StateAsync(decision, ct), await basis.CompareAsync(decision, ct));
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/decisions/{id}", async (string id, WeerbaarDb db, BasisCheck basis, HttpContext http, CancellationToken ct) =>
            {
                var (decision, state, lines) = await HandleAsync(id, db, basis, ct);
                return http.WithVersion(new View(DecisionView.Of(decision, state), decision.Basis?.At, lines), decision);
            })
            .Needs(Permission.Read).WithName("getDecision").WithSummary("A decision with its basis then and now");
}
