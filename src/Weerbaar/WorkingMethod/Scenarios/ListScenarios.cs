using Microsoft.EntityFrameworkCore;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>The scenarios whose title has the words looked for.</summary>
public static class ListScenarios
{
    public static async Task<(IReadOnlyList<Scenario> Shown, int Total)> HandleAsync(WeerbaarDb db, string? q, Nature? nature, string? cycle, Paging paging, CancellationToken ct)
    {
        var found = db.Set<Scenario>().AsNoTracking().TitleHas(db, q).OfCycle(cycle).Where(s => nature == null || s.Nature == nature);
        return (await found.OrderBy(s => s.Id).Skip(paging.Before).Take(paging.Size).ToListAsync(ct), await found.CountAsync(ct));
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/scenarios", async (WeerbaarDb db, string? q, Nature? nature, string? cycle, int? page, int? pageSize, HttpContext http, CancellationToken ct) =>
            {
                var paging = Paging.Of(page, pageSize);
                var (shown, total) = await HandleAsync(db, q, nature, cycle, paging, ct);
                return paging.Of([.. shown.Select(ScenarioView.Of)], total, http);
            })
            .Needs(Permission.Read).WithName("listScenarios").WithSummary("The scenarios");
}
