using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Measures;

/// <summary>Reports how far a measure is.</summary>
public static class ReportProgress
{
    public sealed record Request
    {
        public required DateOnly Date { get; init; }

        public required Text Text { get; init; }

        public required MeasureStatus Status { get; init; }

        public Citation Source { get; init; } = Citation.None;
    }

    public static async Task<Measure> HandleAsync(string id, long version, Request request, WeerbaarDb db, CancellationToken ct)
    {
        var measure = await db.GetAsync<Measure>(id, ct);
        db.Expect(measure, version);
        measure.Report(new Progress(request.Date, request.Text, request.Status, request.Source));
        await db.SaveAsync(new Change("measures.report-progress"), ct);
        return measure;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/measures/{id}/progress", async (
                string id, IfMatch version, Request request, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var measure = await HandleAsync(id, version.Version, request, db, ct);
                return http.WithVersion(MeasureView.Of(measure), measure);
            })
            .Needs(Permission.ReportProgress).WithName("reportProgress").WithSummary("Report how far a measure is");
}
