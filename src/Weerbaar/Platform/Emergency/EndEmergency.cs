using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.Platform.Emergency;

/// <summary>Ends emergency access before its time, or says that somebody looked at it. Ending is also for who opened it.</summary>
public static class EndEmergency
{
    public sealed record Request
    {
        /// <summary>True: it may go on; somebody looked whether it is right.</summary>
        public bool GoesOn { get; init; }
    }

    public static async Task<EmergencyOpening> HandleAsync(string id, long version, Request request, WeerbaarDb db, ObjectKinds kinds, TimeProvider clock, CancellationToken ct)
    {
        var opening = await db.GetAsync<EmergencyOpening>(id, ct);
        db.Expect(opening, version);
        var indexed = await db.Objects.AsNoTracking().Where(o => o.Id == opening.ObjectId).ToListAsync(ct);
        var answers = (await AnswersFor.AmongAsync(db, kinds, indexed, ct)).Count > 0;
        var (mayCheck, mayEnd) = (opening.MayCheck(db.Actor, answers), opening.MayEnd(db.Actor, answers, clock.GetUtcNow()));
        if (!(request.GoesOn ? mayCheck : mayEnd))
        {
            throw WhyNot(opening, answers, request, db.Actor);
        }

        if (mayCheck)
        {
            opening.Check(db.Actor.Name);
        }

        if (!request.GoesOn)
        {
            opening.End(db.Actor.Name, clock.GetUtcNow());
        }

        await db.SaveAsync(new Change(request.GoesOn ? "emergency.check" : "emergency.end"), ct);
        return opening;
    }

    private static Exception WhyNot(EmergencyOpening opening, bool answers, Request request, Actor actor)
    {
        var own = opening.PersonId == actor.Id;
        return !own && !answers
            ? new Forbidden(Permission.SetMarking)
            : new BrokenRule(!request.GoesOn ? "emergency.rule.over" : own ? "emergency.rule.another" : "emergency.rule.checked");
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/emergency-openings/{id}/end", async (
                string id, IfMatch version, Request request, WeerbaarDb db, ObjectKinds kinds, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            {
                var opening = await HandleAsync(id, version.Version, request, db, kinds, clock, ct);
                return http.WithVersion(ListEmergencies.View.Of(opening, clock.GetUtcNow()), opening);
            })
            .Needs(Permission.Read).WithName("endEmergency").WithSummary("End emergency access, or say that it was looked at");
}
