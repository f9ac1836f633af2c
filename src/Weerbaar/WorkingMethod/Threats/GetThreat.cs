using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Threats;

/// <summary>One threat.</summary>
public static class GetThreat
{
    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/threats/{id}", async (string id, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var threat = await db.GetAsync<Threat>(id, ct);
                return http.WithVersion(ThreatView.Of(threat), threat);
            })
            .Needs(Permission.Read).WithName("getThreat").WithSummary("A threat with the log of its development");
}
