using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Emergency;

/// <summary>Opens one object above one's clearance for some hours, with a reason. Whoever answers for it sees that at once.</summary>
public static class OpenInEmergency
{
    public const int MostHours = 24;
    public const int UsualHours = 4;

    public sealed record Request
    {
        /// <summary>The id of the object, or an address it stands in.</summary>
        public required string What { get; init; }

        public required string Reason { get; init; }

        public int Hours { get; init; } = UsualHours;
    }

    public static async Task<EmergencyOpening> HandleAsync(string id, Request request, WeerbaarDb db, TimeProvider clock, CancellationToken ct)
    {
        db.Actor.Need(Permission.OpenInEmergency);
        new InputCheck().Reason(request.Reason)
            .Require(request.Hours is > 0 and <= MostHours, "hours", "emergency.error.hours", MostHours)
            .ThrowIfAny();
        var objectId = await FindAsync(request, db, ct);
        var opening = new EmergencyOpening(id, objectId, db.Actor, request.Reason.Trim(), clock.GetUtcNow(), TimeSpan.FromHours(request.Hours));
        db.Add(opening);
        await db.SaveAsync(new Change("emergency.open", request.Reason.Trim()), ct);
        return opening;
    }

    /// <summary>An attempt that fails is written down too: it may be somebody who tries ids.</summary>
    private static async Task<string> FindAsync(Request request, WeerbaarDb db, CancellationToken ct)
    {
        if (await OpenedInEmergency.FindAsync(db, request.What, ct) is not { } found)
        {
            await db.RecordAsync(new Change("emergency.refused", request.Reason.Trim()), "emergency", "", db.Ceiling.Highest, ct);
            throw new InvalidInput("what", "emergency.error.what");
        }

        // Of what one sees, passages may be withheld still.
        return await db.Objects.AnyAsync(o => o.Id == found, ct) && db.Clearance >= db.Ceiling.Highest ? throw new BrokenRule("emergency.rule.seen") : found;
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/emergency-openings", async (Request request, WeerbaarDb db, Ids ids, TimeProvider clock, HttpContext http, CancellationToken ct) =>
            {
                var opening = await HandleAsync(ids.Next(), request, db, clock, ct);
                return http.CreatedAt("emergency-openings", ListEmergencies.View.Of(opening, clock.GetUtcNow()), opening);
            })
            .Needs(Permission.OpenInEmergency).WithName("openInEmergency").WithSummary("Open one object above one's clearance, for some hours and with a reason");
}
