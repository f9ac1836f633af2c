using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>Says which threats a scenario rests on; its description stays the version it is.</summary>
public static class LinkScenario
{
    public sealed record Request
    {
        public required IReadOnlyList<string> RestsOn { get; init; }

        public string Reason { get; init; } = "";
    }

    public static async Task<Scenario> HandleAsync(string id, long version, Request request, WeerbaarDb db, CancellationToken ct)
    {
        var scenario = await db.GetAsync<Scenario>(id, ct);
        db.Expect(scenario, version);
        scenario.LinkTo(await db.KeepUnseenAsync("restsOn", scenario.RestsOn, request.RestsOn, ct));
        await db.SaveAsync(new Change("scenarios.link", request.Reason), ct);
        return scenario;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/scenarios/{id}/rests-on", async (
                string id, IfMatch version, Request request, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var scenario = await HandleAsync(id, version.Version, request, db, ct);
                return http.WithVersion(ScenarioView.Of(scenario), scenario);
            })
            .Needs(Permission.WriteScenarios).WithName("linkScenario").WithSummary("Say which threats a scenario rests on");
}
