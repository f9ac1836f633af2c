using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>One scenario as it stands.</summary>
public static class GetScenario
{
    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/scenarios/{id}", async (string id, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var scenario = await db.GetAsync<Scenario>(id, ct);
                return http.WithVersion(ScenarioView.Of(scenario), scenario);
            })
            .Needs(Permission.Read).WithName("getScenario").WithSummary("A scenario as it stands");
}
