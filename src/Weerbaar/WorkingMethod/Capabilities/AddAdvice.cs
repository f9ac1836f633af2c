using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Capabilities;

/// <summary>Writes a capability advice, on the scenarios that ask for it.</summary>
public static class AddAdvice
{
    public sealed record Request : AdviceDescription
    {
        public IReadOnlyList<string> RestsOn { get; init; } = [];

        /// <summary>Without it internal, or what the maker may see where that is less.</summary>
        public Marking? Marking { get; init; }
    }

    public static async Task<CapabilityAdvice> HandleAsync(
        string id, Request request, WeerbaarDb db, OrganisationCatalogue organisations, CancellationToken ct)
    {
        var advice = new CapabilityAdvice(id, request);
        organisations.Check("leads", request.Leads);
        await KnownIds.CheckAsync(db, "restsOn", [.. request.RestsOn], ct);
        advice.LinkTo(request.RestsOn);
        advice.Mark(db.MarkingOfNew(request.Marking));
        db.Add(advice);
        await db.SaveAsync(new Change("capabilities.add"), ct);
        return advice;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/advices", async (
                Request request, WeerbaarDb db, OrganisationCatalogue organisations, Ids ids, HttpContext http, CancellationToken ct) =>
            {
                var advice = await HandleAsync(ids.Next(), request, db, organisations, ct);
                return http.CreatedAt("advices", AdviceView.Of(advice), advice);
            })
            .Needs(Permission.WriteCapabilities).WithName("addAdvice").WithSummary("Write a capability advice");
}
