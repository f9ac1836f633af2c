using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Threats;

/// <summary>The register: threats and themes whose title has the words looked for.</summary>
public static class ListThreats
{
    public static async Task<IReadOnlyList<Threat>> HandleAsync(WeerbaarDb db, string? q, ThreatKind? kind, string? cycle, CancellationToken ct) =>
        await db.Set<Threat>().AsNoTracking().TitleHas(db, q).OfCycle(cycle)
            .Where(t => kind == null || t.ThreatKind == kind)
            .OrderBy(t => t.Id)
            .ToListAsync(ct);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/threats", async (WeerbaarDb db, string? q, ThreatKind? kind, string? cycle, int? page, int? pageSize, HttpContext http, CancellationToken ct) =>
            {
                var paging = Paging.Of(page, pageSize);
                var threats = await HandleAsync(db, q, kind, cycle, ct);
                return paging.Of([.. threats.Select(ThreatView.Of)], http);
            })
            .Needs(Permission.Read).WithName("listThreats").WithSummary("The register of threats and themes");
}
