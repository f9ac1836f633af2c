using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Emergency;

/// <summary>
/// What looks past the markings for an emergency: which objects somebody has open now (before it is known who they are),
/// and whether there is an object to open. Nothing of the object itself is read here.
/// </summary>
internal static class OpenedInEmergency
{
    public static async Task<IReadOnlyDictionary<string, DateTimeOffset>> ByAsync(WeerbaarDb db, string personId, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Set<EmergencyOpening>().IgnoreQueryFilters().AsNoTracking().Where(o => o.PersonId == personId && o.Until > now)
            .Select(o => new { o.ObjectId, o.Until }).ToListAsync(ct);
        return open.GroupBy(o => o.ObjectId).ToDictionary(g => g.Key, g => g.Max(o => o.Until));
    }

    /// <summary>The id of the object that an address or an id names, whoever may see it; null when there is none.</summary>
    public static async Task<string?> FindAsync(WeerbaarDb db, string named, CancellationToken ct)
    {
        var parts = named.Split('?', 2)[0].Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(10).ToList();
        return await db.Objects.IgnoreQueryFilters().AsNoTracking().Where(o => parts.Contains(o.Id)).Select(o => o.Id).FirstOrDefaultAsync(ct);
    }
}
