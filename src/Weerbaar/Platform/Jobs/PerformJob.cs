using Microsoft.EntityFrameworkCore;
using Quartz;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Observability;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Jobs;

/// <summary>Does a job when its time has come, on one process at a time, and notes how it ended.</summary>
[DisallowConcurrentExecution]
internal sealed class PerformJob(IServiceScopeFactory scopes, JobCatalogue jobs, Measured measured, TimeProvider clock, ILogger<PerformJob> log) : IJob
{
    /// <summary>Set on a run that makes up for one that was missed: nobody else may have done so meanwhile.</summary>
    public const string Overdue = "overdue";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var name = context.JobDetail.Key.Name;
        var started = clock.GetUtcNow();
        if (context.MergedJobDataMap.ContainsKey(Overdue) && !await IsOverdueAsync(name, started, cancellationToken))
        {
            return;
        }

        var (succeeded, said) = await TryAsync(name, cancellationToken);
        measured.Ran(name, succeeded);
        await scopes.AsAsync(Actor.Console, async (db, _) =>
        {
            var state = await db.Set<JobState>().FirstOrDefaultAsync(s => s.Id == name, cancellationToken) ?? db.Add(new JobState(name)).Entity;
            state.Note(new(started, clock.GetUtcNow(), succeeded, said, $"{Environment.MachineName}:{Environment.ProcessId}", context.Recovering));
            await db.SaveAsync(new Change("jobs.run", said), cancellationToken);
            return true;
        });
    }

    private async Task<(bool Succeeded, string Said)> TryAsync(string name, CancellationToken ct)
    {
        try
        {
            return jobs.Find(name) is { } job
                ? (true, await scopes.AsAsync(Actor.Console, (db, services) => job.RunAsync(db, services, ct)))
                : (false, "This process has no such job: give all processes the same settings.");
        }
        catch (Exception failed) when (!ct.IsCancellationRequested)
        {
            log.LogError("The job {Job} failed: {Why}", name, Why(failed));
            return (false, Why(failed));
        }
    }

    /// <summary>Only messages that are ours: those of others may hold anything.</summary>
    private static string Why(Exception failed) => failed switch
    {
        CommandLine.BadUse or IOException or UnauthorizedAccessException => failed.Message,
        BrokenRule rule => new Texts()[rule.Key, rule.Values],
        _ => CommandLine.DatabaseTrouble.Of(failed) is { } trouble ? $"The database {trouble}" : failed.GetType().Name,
    };

    private Task<bool> IsOverdueAsync(string name, DateTimeOffset now, CancellationToken ct) => scopes.AsAsync(Actor.Console, async (db, _) =>
        jobs.Find(name)?.IsOverdue(await db.Set<JobState>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == name, ct), now) == true);
}
