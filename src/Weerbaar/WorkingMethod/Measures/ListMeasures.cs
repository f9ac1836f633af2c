using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Measures;

/// <summary>The measures by due date, those without a date last: what an organisation must report on is found by its code.</summary>
public static class ListMeasures
{
    /// <param name="Organisation">Code of an organisation that leads or takes part.</param>
    public sealed record Filter(string? Q = null, MeasureStatus? Status = null, string? Lead = null, string? Organisation = null, bool? Open = null, string? Cycle = null);

    public static async Task<IReadOnlyList<Measure>> HandleAsync(WeerbaarDb db, Filter filter, CancellationToken ct)
    {
        var measures = await db.Set<Measure>().AsNoTracking().TitleHas(db, filter.Q).OfCycle(filter.Cycle)
            .Where(m => filter.Status == null || m.Status == filter.Status)
            .OrderBy(m => m.Due == null).ThenBy(m => m.Due).ThenBy(m => m.Id).ToListAsync(ct);
        return [.. measures
            .Where(m => filter.Open is not { } open || m.IsOpen == open)
            .Where(m => string.IsNullOrEmpty(filter.Lead) || m.Leads.Contains(filter.Lead))
            .Where(m => string.IsNullOrEmpty(filter.Organisation) || m.Leads.Contains(filter.Organisation) || m.Partners.Contains(filter.Organisation))];
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/measures", async (
                WeerbaarDb db, string? q, MeasureStatus? status, string? lead, string? organisation, bool? open, string? cycle, int? page, int? pageSize, HttpContext http, CancellationToken ct) =>
            {
                var paging = Paging.Of(page, pageSize);
                var measures = await HandleAsync(db, new Filter(q, status, lead, organisation, open, cycle), ct);
                return paging.Of([.. measures.Select(MeasureView.Of)], http);
            })
            .Needs(Permission.Read).WithName("listMeasures").WithSummary("The measures by due date");
}
