using Quartz;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Jobs;

/// <summary>
/// Work that the program does by itself at set times. It may be cut off and done again by another process, so it must do no
/// harm when it is done twice. A step registers its own: <c>services.AddSingleton(new ScheduledJob(…))</c>.
/// </summary>
/// <param name="Name">In the words of the interface: <c>jobs.name.{name}</c>.</param>
/// <param name="At">A cron expression of six fields, seconds first.</param>
/// <param name="RunAsync">The work, as the program itself; answers with what came of it, without content of objects.</param>
public sealed record ScheduledJob(string Name, string At, Func<WeerbaarDb, IServiceProvider, CancellationToken, Task<string>> RunAsync)
{
    public DateTimeOffset? After(DateTimeOffset moment) => CronExpression.Parse(At).GetNextValidTimeAfter(moment);

    /// <summary>Whether a time to run went by since it last ran, as when the program was stopped.</summary>
    public bool IsOverdue(JobState? state, DateTimeOffset now) =>
        state is not null && After(state.StartedAt) is { } due && due < now - TimeSpan.FromMinutes(1);

    /// <exception cref="BadUse">The times can't be read.</exception>
    public static string CheckedTimes(string at, string setting) => CronExpression.TryParse(at, out _)
        ? at
        : throw new BadUse($"{setting}: '{at}' says no times. Write six fields, such as '0 0 2 * * ?' for two o'clock every night.");
}

/// <summary>All jobs of this process.</summary>
public sealed class JobCatalogue(IEnumerable<ScheduledJob> jobs)
{
    public IReadOnlyList<ScheduledJob> All { get; } = [.. jobs.OrderBy(j => j.Name, StringComparer.Ordinal)];

    public ScheduledJob? Find(string name) => All.FirstOrDefault(j => j.Name == name);
}
