using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>Makes a new version of a scenario; the one before it is kept.</summary>
public static class ReviseScenario
{
    public sealed record Request : ScenarioDescription
    {
        /// <summary>Why there is a new version.</summary>
        public required string Reason { get; init; }
    }

    public static async Task<Scenario> HandleAsync(
        string id, long version, Request request, WeerbaarDb db, Ids ids, CancellationToken ct)
    {
        var scenario = await db.GetAsync<Scenario>(id, ct);
        db.Expect(scenario, version);
        db.Add(scenario.Revise(ids.Next(), request, db.Now, db.Actor, request.Reason));
        (await db.Set<ScenarioVersion>().Where(v => v.ScenarioId == id).ToListAsync(ct)).ForEach(v => v.CoverAs(request));
        await db.SaveAsync(new Change("scenarios.revise", request.Reason.Trim()), ct);
        return scenario;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/scenarios/{id}/versions", async (
                string id, IfMatch version, Request request, WeerbaarDb db, Ids ids, HttpContext http, CancellationToken ct) =>
            {
                var scenario = await HandleAsync(id, version.Version, request, db, ids, ct);
                return http.WithVersion(ScenarioView.Of(scenario), scenario);
            })
            .Needs(Permission.WriteScenarios).WithName("reviseScenario").WithSummary("Make a new version of a scenario");
}
