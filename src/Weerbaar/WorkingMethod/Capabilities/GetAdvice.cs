using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Capabilities;

/// <summary>One capability advice.</summary>
public static class GetAdvice
{
    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/advices/{id}", async (string id, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var advice = await db.GetAsync<CapabilityAdvice>(id, ct);
                return http.WithVersion(AdviceView.Of(advice), advice);
            })
            .Needs(Permission.Read).WithName("getAdvice").WithSummary("A capability advice");
}
