using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>Binds decisions that were loaded from files to the rounds loaded with them.</summary>
public static class BindLoadedDecisions
{
    /// <returns>How many were bound.</returns>
    public static async Task<int> HandleAsync(WeerbaarDb db, BasisCheck basis, CancellationToken ct)
    {
        var unbound = (await db.Set<Decision>().Where(d => d.BasisId != null).OrderBy(d => d.Id).ToListAsync(ct))
            .Where(d => d.Basis is null).ToList();
        foreach (var decision in unbound)
        {
            await basis.FreezeAsync(decision, decision.BasisId!, ct);
        }

        await db.SaveAsync(new Change("decisions.bind-loaded"), ct);
        return unbound.Count;
    }
}
