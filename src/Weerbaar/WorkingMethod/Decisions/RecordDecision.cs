using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>Writes down a decision and binds it to what the assessment says at that moment.</summary>
public static class RecordDecision
{
    public sealed record Request : DecisionDescription
    {
        /// <summary>The round it was taken on.</summary>
        public string? Basis { get; init; }

        public IReadOnlyList<string> RestsOn { get; init; } = [];

        /// <summary>Without it internal, or what the maker may see where that is less.</summary>
        public Marking? Marking { get; init; }
    }

    public static async Task<Decision> HandleAsync(string id, Request request, WeerbaarDb db, BasisCheck basis, CancellationToken ct)
    {
        db.Actor.NeedSomewhere(Permission.RecordDecisions);
        var decision = new Decision(id, request, basisId: null);
        await AdoptedAdvices.CheckAsync(db, [.. request.Adopts], ct);
        await KnownIds.CheckAsync(db, "restsOn", [.. request.RestsOn], ct);
        if (!string.IsNullOrEmpty(request.Basis))
        {
            await basis.FreezeAsync(decision, request.Basis, ct);
        }

        decision.LinkTo(request.RestsOn);
        decision.Mark(db.MarkingOfNew(request.Marking));
        db.Add(decision);
        await db.SaveAsync(new Change("decisions.record"), ct);
        return decision;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/decisions", async (Request request, WeerbaarDb db, BasisCheck basis, Ids ids, HttpContext http, CancellationToken ct) =>
            {
                var decision = await HandleAsync(ids.Next(), request, db, basis, ct);
                return http.CreatedAt("decisions", DecisionView.Of(await basis.OfAsync(decision, ct)), decision);
            })
            .Needs(Permission.RecordDecisions).WithName("recordDecision").WithSummary("Write down a decision on what the assessment says now");
}
