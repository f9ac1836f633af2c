using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>Decisions whose assessment says something else by now, for who may confirm or change them.</summary>
internal sealed class StaleDecisions(EditionCatalogue editions)
{
    public async Task<IReadOnlyList<HomeTask>> FindAsync(WeerbaarDb db, DateOnly today, CancellationToken ct)
    {
        if (!db.Actor.MaySomewhere(Permission.RecordDecisions))
        {
            return [];
        }

        var basis = new BasisCheck(db, editions);
        var bound = await db.Set<Decision>().AsNoTracking().Where(d => d.BasisId != null).OrderBy(d => d.Id).ToListAsync(ct);
        return [.. (await basis.OfAsync([.. bound.Where(d => db.Actor.May(Permission.RecordDecisions, d))], ct)).Where(d => d.State == BasisState.Stale)
            .Select(d => new HomeTask(d.Decision.Title, $"/decisions/{d.Decision.Id}", null, "decisions.task.stale"))];
    }
}
