using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>The calendar: products by due date, those without a day last.</summary>
public static class ListProducts
{
    public static async Task<IReadOnlyList<Product>> HandleAsync(WeerbaarDb db, string? q, ProductKind? kind, string? cycle, CancellationToken ct) =>
        await db.Set<Product>().AsNoTracking().TitleHas(db, q).OfCycle(cycle)
            .Where(p => kind == null || p.ProductKind == kind)
            .OrderBy(p => p.Due == null).ThenBy(p => p.Due).ThenBy(p => p.Id)
            .ToListAsync(ct);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/products", async (
                WeerbaarDb db, string? q, ProductKind? kind, DueState? state, string? cycle, int? page, int? pageSize, HttpContext http, CancellationToken ct) =>
            {
                var paging = Paging.Of(page, pageSize);
                var views = (await HandleAsync(db, q, kind, cycle, ct)).Select(p => ProductView.Of(p, db.Day))
                    .Where(p => state == null || p.State == state).ToList();
                return paging.Of(views, http);
            })
            .Needs(Permission.Read).WithName("listProducts").WithSummary("The calendar of products by due date");
}
