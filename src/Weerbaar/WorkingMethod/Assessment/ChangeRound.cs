using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>Changes what an open round is called and which scenarios it assesses.</summary>
public static class ChangeRound
{
    public sealed record Request
    {
        public required Text Title { get; init; }

        public required Text Summary { get; init; }

        public required IReadOnlyList<string> ScenarioIds { get; init; }

        public required IReadOnlyList<string> RestsOn { get; init; }

        public string Reason { get; init; } = "";
    }

    public static async Task<Round> HandleAsync(string id, long version, Request request, WeerbaarDb db, CancellationToken ct)
    {
        var round = await db.GetAsync<Round>(id, ct);
        db.Expect(round, version);
        round.MustBeDraft();
        round.Describe(request.Title, request.Summary);
        round.Assess(await db.KeepUnseenAsync("scenarioIds", round.ScenarioIds, request.ScenarioIds, ct, "scenario"));
        round.LinkTo(await db.KeepUnseenAsync("restsOn", round.RestsOn, request.RestsOn, ct));
        await db.SaveAsync(new Change("assessment.change-round", request.Reason), ct);
        return round;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPut("/rounds/{id}", async (
                string id, IfMatch version, Request request, WeerbaarDb db, HttpContext http, CancellationToken ct) =>
            {
                var round = await HandleAsync(id, version.Version, request, db, ct);
                return http.WithVersion(RoundView.Of(round), round);
            })
            .Needs(Permission.OpenRounds).WithName("changeRound").WithSummary("Change an open round and its scenarios");
}
