using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Measures;

/// <summary>Open measures that are late or due soon, for who reports on them.</summary>
internal static class DueMeasures
{
    public static async Task<IReadOnlyList<HomeTask>> FindAsync(WeerbaarDb db, DateOnly today, CancellationToken ct)
    {
        if (!db.Actor.MaySomewhere(Permission.ReportProgress))
        {
            return [];
        }

        var last = today.AddDays(Measure.DaysAhead);
        var due = await db.Set<Measure>().AsNoTracking()
            .Where(m => m.Due <= last && (m.Status == MeasureStatus.Planned || m.Status == MeasureStatus.Running))
            .OrderBy(m => m.Due).ThenBy(m => m.Id).ToListAsync(ct);
        return [.. due.Where(m => db.Actor.May(Permission.ReportProgress, m)).Select(m => new HomeTask(m.Title, $"/measures/{m.Id}", m.Due, "measures.task.report"))];
    }
}
