using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>Corrects how a decision is written down, with the reason; what it was taken on stays as it was.</summary>
public static class EditDecision
{
    public sealed record Request : DecisionDescription
    {
        public required IReadOnlyList<string> RestsOn { get; init; }

        public required string Reason { get; init; }
    }

    public static async Task<Decision> HandleAsync(string id, long version, Request request, WeerbaarDb db, CancellationToken ct)
    {
        var decision = await db.GetAsync<Decision>(id, ct);
        db.Expect(decision, version);
        new InputCheck().Reason(request.Reason).ThrowIfAny();
        await AdoptedAdvices.CheckAsync(db, [.. request.Adopts.Except(decision.Adopts)], ct);
        decision.Describe(request with { Adopts = await db.KeepUnseenAsync("adopts", decision.Adopts, request.Adopts, ct) });
        decision.LinkTo(await db.KeepUnseenAsync("restsOn", decision.RestsOn, request.RestsOn, ct));
        await db.SaveAsync(new Change("decisions.edit", request.Reason.Trim()), ct);
        return decision;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/decisions/{id}", async (
                string id, IfMatch version, Request request, WeerbaarDb db, BasisCheck basis, HttpContext http, CancellationToken ct) =>
            {
                var decision = await HandleAsync(id, version.Version, request, db, ct);
                return http.WithVersion(DecisionView.Of(await basis.OfAsync(decision, ct)), decision);
            })
            .Needs(Permission.RecordDecisions).WithName("editDecision").WithSummary("Correct how a decision is written down");
}
