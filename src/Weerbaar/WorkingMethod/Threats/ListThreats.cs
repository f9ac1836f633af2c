using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Threats;

/// <summary>The register: threats and themes whose title has the words looked for.</summary>
public static class ListThreats
{
    public static async Task<IReadOnlyList<Threat>> HandleAsync(WeerbaarDb db, string? q, ThreatKind? kind, CancellationToken ct) =>
        await db.Set<Threat>().AsNoTracking().TitleHas(q)
            .Where(t => kind == null || t.ThreatKind == kind)
            .OrderBy(t => t.Id)
            .ToListAsync(ct);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/threats", async (WeerbaarDb db, string? q, ThreatKind? kind, CancellationToken ct) =>
            {
                var threats = await HandleAsync(db, q, kind, ct);
                return new Listing<ThreatView> { Items = [.. threats.Select(ThreatView.Of)], Total = threats.Count };
            })
            .Needs(Permission.Read).WithName("listThreats").WithSummary("The register of threats and themes");
}
