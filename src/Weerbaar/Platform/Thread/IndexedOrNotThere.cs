using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>The line of an object of any kind, as far as the actor may see it.</summary>
public static class IndexedOrNotThere
{
    public static async Task<IndexedObject> GetAsync(WeerbaarDb db, string id, CancellationToken ct) =>
        await db.Objects.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, ct) ?? throw new NotThere("object", id);
}
