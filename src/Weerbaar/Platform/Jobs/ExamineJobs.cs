using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Health;

namespace Weerbaar.Platform.Jobs;

/// <summary>Whether what the program does by itself goes well.</summary>
public static class ExamineJobs
{
    public static async Task<IReadOnlyList<Finding>> Now(IServiceProvider services, CancellationToken ct)
    {
        try
        {
            var states = await services.GetRequiredService<IServiceScopeFactory>().AsAsync(
                Actor.Console, (db, _) => db.Set<JobState>().AsNoTracking().OrderBy(s => s.Id).ToListAsync(ct));
            var failing = states.Where(s => s.Failures > 0).ToList();
            return failing.Count == 0
                ? [Finding.Good("jobs", $"{states.Count} ran, none fails")]
                : [.. failing.Select(s => Finding.Bad($"job {s.Id}", $"failed {s.Failures} times, last: {s.Said}", "Take the cause away, and let it run again from the page Jobs."))];
        }
        catch (Exception unusable) when (unusable is System.Data.Common.DbException || DatabaseTrouble.Of(unusable) is not null)
        {
            return []; // What is wrong with the database is said where that is looked at.
        }
    }
}
