using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>All rounds, the newest established first, open ones before them.</summary>
public static class ListRounds
{
    public static async Task<IReadOnlyList<Round>> HandleAsync(WeerbaarDb db, string? q, string? cycle, CancellationToken ct) =>
        [.. (await db.Set<Round>().AsNoTracking().TitleHas(db, q).OfCycle(cycle).ToListAsync(ct))
            .OrderBy(r => r.Status).ThenByDescending(r => r.EstablishedOn).ThenByDescending(r => r.Id, StringComparer.Ordinal)];

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/rounds", async (WeerbaarDb db, string? q, string? cycle, int? page, int? pageSize, HttpContext http, CancellationToken ct) =>
            {
                var paging = Paging.Of(page, pageSize);
                var rounds = await HandleAsync(db, q, cycle, ct);
                return paging.Of([.. rounds.Select(RoundView.Of)], http);
            })
            .Needs(Permission.Read).WithName("listRounds").WithSummary("Rounds of the national risk assessment");
}
