using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>
/// Says that a decision stands on the assessment as it is now, with the reason: it is bound to that content and no
/// longer stale. What it was bound to before stays in the journal.
/// </summary>
public static class ConfirmDecision
{
    public sealed record Request
    {
        public required string Reason { get; init; }

        /// <summary>Another round than the one it was taken on, when that is what it stands on now.</summary>
        public string? Basis { get; init; }
    }

    public static async Task<Decision> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, BasisCheck basis, CancellationToken ct)
    {
        var decision = await db.GetAsync<Decision>(id, Permission.RecordDecisions, ct);
        db.Expect(decision, version);
        var roundId = string.IsNullOrEmpty(request.Basis) ? await VisibleBasisAsync(decision, db, ct) : request.Basis;
        new InputCheck()
            .Reason(request.Reason)
            .Require(roundId is not null, "basis", "decisions.error.basis")
            .ThrowIfAny();
        await basis.FreezeAsync(decision, roundId!, ct);
        await db.SaveAsync(new Change("decisions.confirm", request.Reason.Trim()), ct);
        return decision;
    }

    /// <summary>What the decision was taken on, if the actor may see it.</summary>
    private static async Task<string?> VisibleBasisAsync(Decision decision, WeerbaarDb db, CancellationToken ct) =>
        decision.BasisId is { } id ? (await VisibleIds.OfAsync(db, [id], ct)).SingleOrDefault() : null;

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/decisions/{id}/basis", async (
                string id, IfMatch version, Request request, WeerbaarDb db, BasisCheck basis, HttpContext http, CancellationToken ct) =>
            {
                var decision = await HandleAsync(id, version.Version, request, db, basis, ct);
                return http.WithVersion(DecisionView.Of(await basis.OfAsync(decision, ct)), decision);
            })
            .Needs(Permission.RecordDecisions).WithName("confirmDecision").WithSummary("Confirm a decision on the assessment as it is now");
}
