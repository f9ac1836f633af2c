using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Emergency;

/// <summary>
/// What looks past the markings for an emergency: which objects somebody has open now (before it is known who they are),
/// and whether there is an object to open. Nothing of the object itself is read here.
/// </summary>
internal static class OpenedInEmergency
{
    /// <summary>What is open at a moment. A query that asks for this looks past the markings in all of it, so nothing marked is asked for beside it.</summary>
    public static IQueryable<EmergencyOpening> At(WeerbaarDb db, DateTimeOffset now) =>
        db.Set<EmergencyOpening>().IgnoreQueryFilters().AsNoTracking().Where(o => o.Until > now);

    /// <summary>By the id of each object, until when it is open.</summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> Until(IEnumerable<EmergencyOpening> openings) =>
        openings.GroupBy(o => o.ObjectId).ToDictionary(g => g.Key, g => g.Max(o => o.Until));

    /// <summary>The id of the object that an address or an id names, whoever may see it; null when there is none.</summary>
    public static async Task<string?> FindAsync(WeerbaarDb db, string named, CancellationToken ct)
    {
        var parts = named.Split('?', 2)[0].Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(10).ToList();
        return await db.Objects.IgnoreQueryFilters().AsNoTracking().Where(o => parts.Contains(o.Id)).Select(o => o.Id).FirstOrDefaultAsync(ct);
    }
}
