using Microsoft.EntityFrameworkCore;
using Quartz;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Jobs;

/// <summary>At the start: plans every job, and has done what should have been done while the program was stopped.</summary>
internal sealed class PlanJobs(IServiceScopeFactory scopes, JobCatalogue jobs, ISchedulerFactory schedulers, TimeProvider clock, ILogger<PlanJobs> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PlanAllAsync(stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            log.LogDebug("The program ended before every job was planned");
        }
    }

    private async Task PlanAllAsync(CancellationToken ct)
    {
        var states = await scopes.AsAsync(Actor.Console, (db, _) => db.Set<JobState>().AsNoTracking().ToDictionaryAsync(s => s.Id, ct));
        var scheduler = await schedulers.GetScheduler(ct);
        foreach (var job in jobs.All)
        {
            await PlanAsync(scheduler, job, ct);
            if (job.IsOverdue(states.GetValueOrDefault(job.Name), clock.GetUtcNow()))
            {
                await scheduler.TriggerJob(new JobKey(job.Name), new JobDataMap { [PerformJob.Overdue] = "true" }, ct);
            }
        }
    }

    /// <summary>Another process may have planned it already, and may be doing it now.</summary>
    private static async Task PlanAsync(IScheduler scheduler, ScheduledJob job, CancellationToken ct)
    {
        if (await scheduler.GetTrigger(new TriggerKey(job.Name), ct) is ICronTrigger planned && planned.CronExpressionString == job.At)
        {
            return;
        }

        var work = JobBuilder.Create<PerformJob>().WithIdentity(job.Name).RequestRecovery().Build();
        var times = TriggerBuilder.Create().WithIdentity(job.Name).WithCronSchedule(job.At).Build();
        await scheduler.ScheduleJob(work, [times], ScheduleJobOptions.Replacing, ct);
    }
}
