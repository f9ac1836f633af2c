using Microsoft.EntityFrameworkCore;
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
        await KnownIds.CheckAsync(db, "scenarioIds", [.. request.ScenarioIds], ct);
        await KnownIds.CheckAsync(db, "restsOn", [.. request.RestsOn.Except(round.RestsOn)], ct);
        round.Describe(request.Title, request.Summary);
        round.Assess([.. request.ScenarioIds, .. await UnseenAsync(db, round, ct)]);
        round.LinkTo(request.RestsOn);
        await db.SaveAsync(new Change("assessment.change-round", request.Reason), ct);
        return round;
    }

    /// <summary>Scenarios of the round that the actor may not see stay in it.</summary>
    private static async Task<IEnumerable<string>> UnseenAsync(WeerbaarDb db, Round round, CancellationToken ct)
    {
        var seen = await db.Objects.Where(o => round.ScenarioIds.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct);
        return round.ScenarioIds.Except(seen, StringComparer.Ordinal);
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
