using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Jobs;

/// <summary>A job as an administrator sees it.</summary>
public sealed record JobView(
    string Name, string At, DateTimeOffset? Next, DateTimeOffset? LastStart, DateTimeOffset? LastEnd, bool? Succeeded, string Said, int Failures, string Node, bool TakenOver)
{
    public static JobView Of(ScheduledJob job, JobState? state, DateTimeOffset now) => new(
        job.Name, job.At, job.After(now), state?.StartedAt, state?.EndedAt, state?.Succeeded, state?.Said ?? "", state?.Failures ?? 0, state?.Node ?? "", state?.TakenOver ?? false);
}

/// <summary>What the program does by itself, when it did so last and how that went.</summary>
public static class ListJobs
{
    public static async Task<IReadOnlyList<JobView>> HandleAsync(WeerbaarDb db, JobCatalogue jobs, TimeProvider clock, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        var states = await db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.Id, ct);
        return [.. jobs.All.Select(j => JobView.Of(j, states.GetValueOrDefault(j.Name), clock.GetUtcNow()))];
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/jobs", async (WeerbaarDb db, JobCatalogue jobs, TimeProvider clock, CancellationToken ct) =>
            {
                var all = await HandleAsync(db, jobs, clock, ct);
                return new Listing<JobView> { Items = all, Total = all.Count };
            })
            .Needs(Permission.ManagePeople).WithName("listJobs").WithSummary("What the program does by itself, and how that went");
}
