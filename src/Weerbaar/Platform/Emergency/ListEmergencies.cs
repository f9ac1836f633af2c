using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.Platform.Emergency;

/// <summary>Who opened what in an emergency, newest first, of the objects the reader may see.</summary>
public static class ListEmergencies
{
    private const int most = 100;

    public sealed record View(
        string Id, string ObjectId, string PersonName, string Reason, DateTimeOffset At, DateTimeOffset Until, bool Open, string EndedBy, string CheckedBy, long Version)
    {
        public static View Of(EmergencyOpening o, DateTimeOffset now) =>
            new(o.Id, o.ObjectId, o.PersonName, o.Reason, o.At, o.Until, o.IsOpen(now), o.EndedBy, o.CheckedBy, o.Version);
    }

    public static async Task<IReadOnlyList<EmergencyOpening>> HandleAsync(WeerbaarDb db, CancellationToken ct) =>
        await db.Set<EmergencyOpening>().AsNoTracking().OrderByDescending(o => o.At).ThenBy(o => o.Id).Take(most).ToListAsync(ct);

    /// <summary>What nobody looked at yet, for who answers for the object.</summary>
    public static async Task<IReadOnlyList<HomeTask>> ToCheckAsync(WeerbaarDb db, ObjectKinds kinds, DateOnly today, CancellationToken ct)
    {
        if (!db.Actor.MaySomewhere(Permission.SetMarking))
        {
            return [];
        }

        var found = await db.Set<EmergencyOpening>().AsNoTracking().Where(o => o.CheckedBy == "" && o.PersonId != db.Actor.Id)
            .Join(db.Objects, o => o.ObjectId, i => i.Id, (o, i) => new { o.At, o.PersonName, o.Reason, Subject = i }).OrderByDescending(o => o.At).Take(most).ToListAsync(ct);
        var answered = await AnswersFor.AmongAsync(db, kinds, found.Select(o => o.Subject), ct);
        return [.. found.Where(o => answered.Contains(o.Subject.Id)).Select(o => new HomeTask(o.Subject.Title, "/emergency", today, "emergency.task") { First = true, Details = [o.PersonName, o.Reason] })];
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/emergency-openings", async (WeerbaarDb db, TimeProvider clock, CancellationToken ct) =>
            {
                var found = await HandleAsync(db, ct);
                return new Listing<View> { Items = [.. found.Select(o => View.Of(o, clock.GetUtcNow()))], Total = found.Count };
            })
            .Needs(Permission.Read).WithName("listEmergencies").WithSummary("Who opened what in an emergency");
}
