using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Measures;

/// <summary>One measure with its reports.</summary>
public static class GetMeasure
{
    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/measures/{id}", async (string id, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var measure = await db.GetAsync<Measure>(id, ct);
                return http.WithVersion(MeasureView.Of(measure), measure);
            })
            .Needs(Permission.Read).WithName("getMeasure").WithSummary("A measure with its progress reports");
}
