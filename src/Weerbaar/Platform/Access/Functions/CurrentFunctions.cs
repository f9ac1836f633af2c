using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Functions;

/// <summary>For which organisations somebody works today.</summary>
internal static class CurrentFunctions
{
    public static async Task<IReadOnlySet<string>> OfAsync(WeerbaarDb db, string personId, DateOnly today, CancellationToken ct)
    {
        var codes = await db.Set<PersonFunction>().AsNoTracking()
            .Where(f => f.PersonId == personId && f.From <= today && (f.Until == null || f.Until >= today))
            .Select(f => f.Organisation).ToListAsync(ct);
        return codes.ToHashSet(StringComparer.Ordinal);
    }
}
