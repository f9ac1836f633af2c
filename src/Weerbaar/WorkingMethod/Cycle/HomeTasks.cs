using System.Collections.Concurrent;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>
/// What waits for a reader: now by due date, those without one last; and what is so long overdue that it belongs to an
/// earlier cycle, which the lists still show but nobody is reminded of.
/// </summary>
public sealed record TaskList(IReadOnlyList<HomeTask> Now, IReadOnlyList<HomeTask> Old)
{
    /// <summary>The ids of what the tasks are about and is marked above internal: who is shown the tasks has read those.</summary>
    internal IReadOnlyList<(string Id, string Kind)> Seen { get; init; } = [];

    /// <summary>What was due before this day is old.</summary>
    public static DateOnly OldBefore(DateOnly today) => today.AddYears(-1);

    public static TaskList Of(IEnumerable<HomeTask> tasks, DateOnly today)
    {
        var byDue = tasks.OrderBy(t => !t.First).ThenBy(t => t.Due is null).ThenBy(t => t.Due).ToLookup(t => t.Due < OldBefore(today));
        return new([.. byDue[false]], [.. byDue[true]]);
    }
}

/// <summary>What was found for each reader, good until the day is over or anything is written: every page asks for it.</summary>
public sealed class KnownTasks
{
    private readonly ConcurrentDictionary<string, (long Seq, DateOnly Day, TaskList Tasks)> byReader = new(StringComparer.Ordinal);

    public TaskList? Find(string reader, long seq, DateOnly day) =>
        byReader.TryGetValue(reader, out var known) && known.Seq == seq && known.Day == day ? known.Tasks : null;

    public void Keep(string reader, long seq, DateOnly day, TaskList tasks) => byReader[reader] = (seq, day, tasks);
}

/// <summary>All that waits for the reader: the bar shows how many, the home page which.</summary>
public sealed class HomeTasks(IEnumerable<FindHomeTasks> finders, WeerbaarDb db, KnownTasks known)
{
    /// <summary>Nothing waits in the past: it can't be changed.</summary>
    public async Task<TaskList> AllAsync(CancellationToken ct)
    {
        if (db.Current.Past is not null)
        {
            return new([], []);
        }

        var (seq, today) = (await JournalChain.LastChangeAsync(db, ct), db.Day);
        if (known.Find(db.Actor.Id, seq, today) is { } found)
        {
            return found;
        }

        var before = db.Current.Reads.Known();
        var all = new List<HomeTask>();
        foreach (var find in finders)
        {
            all.AddRange(await find(db, today, ct));
        }

        var tasks = TaskList.Of(all, today) with { Seen = db.Current.Reads.BackTo(before) };
        known.Keep(db.Actor.Id, seq, today, tasks);
        return tasks;
    }
}
