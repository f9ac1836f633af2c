using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>Opens a round: an edition of the method, and the scenarios to judge with it.</summary>
public static class OpenRound
{
    public sealed record Request
    {
        public required Text Title { get; init; }

        public Text Summary { get; init; } = Text.Empty;

        public required string EditionId { get; init; }

        public IReadOnlyList<string> ScenarioIds { get; init; } = [];

        public IReadOnlyList<string> RestsOn { get; init; } = [];

        /// <summary>Without it internal, or what the maker may see where that is less.</summary>
        public Marking? Marking { get; init; }
    }

    public static async Task<Round> HandleAsync(string id, Request request, WeerbaarDb db, EditionCatalogue editions, CancellationToken ct)
    {
        if (editions.Find(request.EditionId) is null)
        {
            throw new InvalidInput("editionId", "assessment.error.edition", request.EditionId, string.Join(", ", editions.Ids));
        }

        await KnownIds.CheckAsync(db, "scenarioIds", request.ScenarioIds, ct, "scenario");
        await KnownIds.CheckAsync(db, "restsOn", [.. request.RestsOn], ct);
        var round = new Round(id, request.EditionId, request.Title, request.Summary);
        round.Assess(request.ScenarioIds);
        round.LinkTo(request.RestsOn);
        round.Mark(db.MarkingOfNew(request.Marking));
        db.Add(round);
        await db.SaveAsync(new Change("assessment.open-round"), ct);
        return round;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/rounds", async (
                Request request, WeerbaarDb db, EditionCatalogue editions, Ids ids, HttpContext http, CancellationToken ct) =>
            {
                var round = await HandleAsync(ids.Next(), request, db, editions, ct);
                return http.CreatedAt("rounds", RoundView.Of(round), round);
            })
            .Needs(Permission.OpenRounds).WithName("openRound").WithSummary("Open a round on an edition of the method");
}
