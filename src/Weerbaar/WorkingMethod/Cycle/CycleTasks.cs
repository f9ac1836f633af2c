using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Assessment;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>What the cycle asks of people: products to deliver, rounds to judge.</summary>
internal static class CycleTasks
{
    /// <summary>Products that are late or due, for who plans the cycle.</summary>
    public static async Task<IReadOnlyList<HomeTask>> ProductsAsync(WeerbaarDb db, DateOnly today, CancellationToken ct)
    {
        if (!db.Actor.MaySomewhere(Permission.PlanCycle))
        {
            return [];
        }

        var last = today.AddDays(Product.DaysAhead);
        var due = await db.Set<Product>().AsNoTracking().Where(p => p.Delivered == null && p.Due <= last).ToListAsync(ct);
        return [.. due.Where(p => db.Actor.May(Permission.PlanCycle, p)).Select(p => new HomeTask(p.Title, $"/products/{p.Id}", p.Due, "cycle.task.deliver"))];
    }

    /// <summary>Rounds still open to judgement, for who judges; due when the assessment that rests on the round is.</summary>
    public static async Task<IReadOnlyList<HomeTask>> RoundsAsync(WeerbaarDb db, DateOnly today, CancellationToken ct)
    {
        if (!db.Actor.MaySomewhere(Permission.Judge))
        {
            return [];
        }

        var open = await db.Set<Round>().AsNoTracking().Where(r => r.Status == RoundStatus.Draft).OrderBy(r => r.Id).ToListAsync(ct);
        var assessments = await db.Set<Product>().AsNoTracking()
            .Where(p => p.ProductKind == ProductKind.RiskAssessment && p.Delivered == null).ToListAsync(ct);
        return [.. open.Where(r => db.Actor.May(Permission.Judge, r)).Select(r => new HomeTask(
            r.Title, $"/rounds/{r.Id}", assessments.Where(p => p.RestsOn.Contains(r.Id)).Min(p => p.Due), "cycle.task.judge"))];
    }
}
