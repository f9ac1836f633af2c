using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Emergency;

/// <summary>Ends emergency access before its time, or says that somebody looked at it. Ending is also for who opened it.</summary>
public static class EndEmergency
{
    public sealed record Request
    {
        /// <summary>True: it may go on; somebody looked whether it is right.</summary>
        public bool GoesOn { get; init; }
    }

    public static async Task<EmergencyOpening> HandleAsync(string id, long version, Request request, WeerbaarDb db, TimeProvider clock, CancellationToken ct)
    {
        var opening = await db.GetAsync<EmergencyOpening>(id, ct);
        db.Expect(opening, version);
        if (request.GoesOn || opening.PersonId != db.Actor.Id)
        {
            db.Actor.Need(Permission.SetMarking);
            NeedAnother(opening, db.Actor);
            opening.Check(db.Actor.Name);
        }

        if (!request.GoesOn)
        {
            opening.End(db.Actor.Name, clock.GetUtcNow());
        }

        await db.SaveAsync(new Change(request.GoesOn ? "emergency.check" : "emergency.end"), ct);
        return opening;
    }

    /// <summary>Nobody looks whether they were right themselves.</summary>
    private static void NeedAnother(EmergencyOpening opening, Actor actor)
    {
        if (opening.PersonId == actor.Id)
        {
            throw new BrokenRule("emergency.rule.another");
        }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/emergency-openings/{id}/end", async (
                string id, IfMatch version, Request request, WeerbaarDb db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            {
                var opening = await HandleAsync(id, version.Version, request, db, clock, ct);
                return http.WithVersion(ListEmergencies.View.Of(opening, clock.GetUtcNow()), opening);
            })
            .Needs(Permission.Read).WithName("endEmergency").WithSummary("End emergency access, or say that it was looked at");
}
