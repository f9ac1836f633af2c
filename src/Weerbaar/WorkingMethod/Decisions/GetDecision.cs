using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>One decision, with what it was taken on then and now.</summary>
public static class GetDecision
{
    public sealed record View(DecisionView Decision, DateTimeOffset? BoundAt, IReadOnlyList<BasisComparison> Basis);

    public static async Task<(BoundDecision Bound, IReadOnlyList<BasisComparison> Basis)> HandleAsync(
        string id, WeerbaarDb db, BasisCheck basis, CancellationToken ct)
    {
        var decision = await db.GetAsync<Decision>(id, ct);
        return (await basis.OfAsync(decision, ct), await basis.CompareAsync(decision, ct));
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/decisions/{id}", async (string id, WeerbaarDb db, BasisCheck basis, HttpContext http, CancellationToken ct) =>
            {
                var (bound, lines) = await HandleAsync(id, db, basis, ct);
                return http.WithVersion(new View(DecisionView.Of(bound), bound.Decision.Basis?.At, lines), bound.Decision);
            })
            .Needs(Permission.Read).WithName("getDecision").WithSummary("A decision with its basis then and now");
}
