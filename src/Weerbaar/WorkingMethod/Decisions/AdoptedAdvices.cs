using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>A decision takes over advices, and nothing else.</summary>
internal static class AdoptedAdvices
{
    public static async Task CheckAsync(WeerbaarDb db, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        await KnownIds.CheckAsync(db, "adopts", ids, ct);
        var other = await db.Objects.Where(o => ids.Contains(o.Id) && o.Kind != "advice").Select(o => o.Id).ToListAsync(ct);
        new InputCheck().Require(other.Count == 0, "adopts", "decisions.error.adopts", string.Join(", ", other)).ThrowIfAny();
    }
}
