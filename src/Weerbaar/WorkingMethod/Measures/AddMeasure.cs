using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Measures;

/// <summary>Writes down a measure, on the decision or advice it carries out.</summary>
public static class AddMeasure
{
    public sealed record Request : MeasureDescription
    {
        public MeasureStatus Status { get; init; }

        public IReadOnlyList<string> RestsOn { get; init; } = [];

        /// <summary>Without it internal, or what the maker may see where that is less.</summary>
        public Marking? Marking { get; init; }
    }

    public static async Task<Measure> HandleAsync(
        string id, Request request, WeerbaarDb db, OrganisationCatalogue organisations, CancellationToken ct)
    {
        var measure = new Measure(id, request, request.Status);
        organisations.Check("leads", request.Leads);
        organisations.Check("partners", request.Partners);
        await KnownIds.CheckAsync(db, "restsOn", [.. request.RestsOn], ct);
        measure.LinkTo(request.RestsOn);
        measure.Mark(db.MarkingOfNew(request.Marking));
        db.Add(measure);
        await db.SaveAsync(new Change("measures.add"), ct);
        return measure;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/measures", async (
                Request request, WeerbaarDb db, OrganisationCatalogue organisations, Ids ids, HttpContext http, CancellationToken ct) =>
            {
                var measure = await HandleAsync(ids.Next(), request, db, organisations, ct);
                return http.CreatedAt("measures", MeasureView.Of(measure), measure);
            })
            .Needs(Permission.WriteMeasures).WithName("addMeasure").WithSummary("Write down a measure");
}
