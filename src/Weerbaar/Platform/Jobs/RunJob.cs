using Quartz;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Jobs;

/// <summary>Lets a job be done now; some process does it, and notes how it ended.</summary>
public static class RunJob
{
    public sealed record Request
    {
        public required string Job { get; init; }
    }

    public static async Task HandleAsync(string name, WeerbaarDb db, JobCatalogue jobs, IServiceProvider services, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        if (jobs.Find(name) is null)
        {
            throw new InvalidInput("job", "jobs.error.unknown", string.Join(", ", jobs.All.Select(j => j.Name)));
        }

        var schedulers = services.GetService<ISchedulerFactory>() ?? throw new BrokenRule("jobs.rule.none-here");
        await (await schedulers.GetScheduler(ct)).TriggerJob(new JobKey(name), cancellationToken: ct);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/job-runs", async (Request request, WeerbaarDb db, JobCatalogue jobs, IServiceProvider services, CancellationToken ct) =>
            {
                await HandleAsync(request.Job, db, jobs, services, ct);
                return TypedResults.Accepted("/api/v1/jobs");
            })
            .Needs(Permission.ManagePeople).WithName("runJob").WithSummary("Do a job now");
}
