using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions;

/// <summary>The decisions, newest first, each with how it stands to its assessment.</summary>
public static class ListDecisions
{
    public static async Task<IReadOnlyList<BoundDecision>> HandleAsync(
        WeerbaarDb db, BasisCheck basis, string? q, CancellationToken ct)
    {
        var decisions = await db.Set<Decision>().AsNoTracking().TitleHas(db, q)
            .OrderByDescending(d => d.Date).ThenBy(d => d.Id).ToListAsync(ct);
        return await basis.OfAsync(decisions, ct);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/decisions", async (WeerbaarDb db, BasisCheck basis, string? q, int? page, int? pageSize, HttpContext http, CancellationToken ct) =>
            {
                var paging = Paging.Of(page, pageSize);
                var found = await HandleAsync(db, basis, q, ct);
                return paging.Of([.. found.Select(DecisionView.Of)], http);
            })
            .Needs(Permission.Read).WithName("listDecisions").WithSummary("The decisions, newest first");
}
