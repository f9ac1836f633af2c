using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

/// <summary>The threats and themes a scenario may rest on, as far as the reader may see them.</summary>
internal static class ThreatsToChoose
{
    public static async Task<IReadOnlyList<IndexedObject>> AllAsync(WeerbaarDb db, CancellationToken ct) =>
        [.. (await db.Objects.AsNoTracking().Where(o => o.Kind == "threat").ToListAsync(ct))
            .OrderBy(o => o.Title.Here, StringComparer.CurrentCulture)];
}
