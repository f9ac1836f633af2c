using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Capabilities;

/// <summary>The advices: by words of the title, kind, link of the safety chain, and who leads.</summary>
public static class ListAdvices
{
    public sealed record Filter(string? Q = null, AdviceKind? Kind = null, SafetyPhase? Phase = null, string? Lead = null, string? Cycle = null);

    public static async Task<IReadOnlyList<CapabilityAdvice>> HandleAsync(WeerbaarDb db, Filter filter, CancellationToken ct)
    {
        var advices = await db.Set<CapabilityAdvice>().AsNoTracking().TitleHas(db, filter.Q).OfCycle(filter.Cycle)
            .Where(a => filter.Kind == null || a.AdviceKind == filter.Kind)
            .OrderBy(a => a.Id).ToListAsync(ct);
        return [.. advices
            .Where(a => filter.Phase is not { } phase || a.Phases.Contains(phase))
            .Where(a => string.IsNullOrEmpty(filter.Lead) || a.Leads.Contains(filter.Lead))];
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/advices", async (WeerbaarDb db, string? q, AdviceKind? kind, SafetyPhase? phase, string? lead, string? cycle, int? page, int? pageSize, HttpContext http, CancellationToken ct) =>
            {
                var paging = Paging.Of(page, pageSize);
                var advices = await HandleAsync(db, new Filter(q, kind, phase, lead, cycle), ct);
                return paging.Of([.. advices.Select(AdviceView.Of)], http);
            })
            .Needs(Permission.Read).WithName("listAdvices").WithSummary("The capability advices and running lines");
}
