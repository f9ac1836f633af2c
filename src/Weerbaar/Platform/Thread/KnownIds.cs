using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>Refuses references to objects that the actor can't see or that don't exist.</summary>
public static class KnownIds
{
    public static async Task CheckAsync(WeerbaarDb db, string field, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var found = await db.Objects.Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct);
        var missing = ids.Except(found, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidInput(field, "thread.error.unknown", string.Join(", ", missing));
        }
    }
}
