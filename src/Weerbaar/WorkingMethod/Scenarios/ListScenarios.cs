using Microsoft.EntityFrameworkCore;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>The scenarios whose title has the words looked for.</summary>
public static class ListScenarios
{
    public static async Task<IReadOnlyList<Scenario>> HandleAsync(WeerbaarDb db, string? q, Nature? nature, CancellationToken ct) =>
        await db.Set<Scenario>().AsNoTracking().TitleHas(q)
            .Where(s => nature == null || s.Nature == nature)
            .OrderBy(s => s.Id)
            .ToListAsync(ct);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/scenarios", async (WeerbaarDb db, string? q, Nature? nature, CancellationToken ct) =>
            {
                var scenarios = await HandleAsync(db, q, nature, ct);
                return new Listing<ScenarioView> { Items = [.. scenarios.Select(ScenarioView.Of)], Total = scenarios.Count };
            })
            .Needs(Permission.Read).WithName("listScenarios").WithSummary("The scenarios");
}
