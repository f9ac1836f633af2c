using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Measures;

/// <summary>Changes what a measure is, who leads, and when it is due. Another due date needs its reason.</summary>
public static class EditMeasure
{
    public sealed record Request : MeasureDescription
    {
        public required IReadOnlyList<string> RestsOn { get; init; }

        public string Reason { get; init; } = "";
    }

    public static async Task<Measure> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, OrganisationCatalogue organisations, CancellationToken ct)
    {
        var measure = await db.GetAsync<Measure>(id, ct);
        db.Expect(measure, version);
        new InputCheck()
            .Require(measure.Due is null || measure.Due == request.Due || request.Reason.Trim().Length > 0, "reason", "measures.error.reason")
            .ThrowIfAny();
        measure.Describe(request);
        organisations.Check("leads", request.Leads);
        organisations.Check("partners", request.Partners);
        measure.LinkTo(await db.KeepUnseenAsync("restsOn", measure.RestsOn, request.RestsOn, ct));
        await db.SaveAsync(new Change("measures.edit", request.Reason.Trim()), ct);
        return measure;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/measures/{id}", async (
                string id, IfMatch version, Request request, WeerbaarDb db, OrganisationCatalogue organisations, HttpContext http, CancellationToken ct) =>
            {
                var measure = await HandleAsync(id, version.Version, request, db, organisations, ct);
                return http.WithVersion(MeasureView.Of(measure), measure);
            })
            .Needs(Permission.WriteMeasures).WithName("editMeasure").WithSummary("Change a measure");
}
