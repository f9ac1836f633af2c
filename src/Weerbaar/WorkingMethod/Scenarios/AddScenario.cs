using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>Writes a new scenario, its first version.</summary>
public static class AddScenario
{
    public sealed record Request : ScenarioDescription
    {
        public IReadOnlyList<string> RestsOn { get; init; } = [];

        /// <summary>Without it internal, or what the maker may see where that is less.</summary>
        public Marking? Marking { get; init; }
    }

    public static async Task<Scenario> HandleAsync(string id, Request request, WeerbaarDb db, CancellationToken ct)
    {
        var scenario = new Scenario(id, request);
        await KnownIds.CheckAsync(db, "restsOn", [.. request.RestsOn], ct);
        scenario.LinkTo(request.RestsOn);
        scenario.Mark(db.MarkingOfNew(request.Marking));
        db.AddRange(scenario, scenario.FirstVersion(db.Now, db.Actor));
        await db.SaveAsync(new Change("scenarios.add"), ct);
        return scenario;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/scenarios", async (Request request, WeerbaarDb db, Ids ids, HttpContext http, CancellationToken ct) =>
            {
                var scenario = await HandleAsync(ids.Next(), request, db, ct);
                return http.CreatedAt("scenarios", ScenarioView.Of(scenario), scenario);
            })
            .Needs(Permission.WriteScenarios).WithName("addScenario").WithSummary("Write a new scenario");
}
