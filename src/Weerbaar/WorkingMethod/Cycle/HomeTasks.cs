using System.Collections.Concurrent;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>
/// What waits for a reader: now by due date, those without one last; and what is so long overdue that it belongs to an
/// earlier cycle, which the lists still show but nobody is reminded of.
/// </summary>
public sealed record TaskList(IReadOnlyList<HomeTask> Now, IReadOnlyList<HomeTask> Old)
{
    /// <summary>What the tasks are about: who is shown the tasks has read that.</summary>
    internal SeenObjects Seen { get; init; } = new();

    /// <summary>What was due before this day is old.</summary>
    public static DateOnly OldBefore(DateOnly today) => today.AddYears(-1);

    /// <summary>Those of a cycle and those that are about no object; all where it is null.</summary>
    public TaskList OfCycle(string? cycle) => this with { Now = OfCycle(Now, cycle), Old = OfCycle(Old, cycle) };

    private static IReadOnlyList<HomeTask> OfCycle(IEnumerable<HomeTask> tasks, string? cycle) =>
        [.. tasks.Where(t => cycle is null || t.ObjectId is null || CycleFilter.CycleOf(t.ObjectId) == cycle)];

    public static TaskList Of(IEnumerable<HomeTask> tasks, DateOnly today)
    {
        var byDue = tasks.OrderBy(t => !t.First).ThenBy(t => t.Due is null).ThenBy(t => t.Due).ToLookup(t => t.Due < OldBefore(today));
        return new([.. byDue[false]], [.. byDue[true]]);
    }
}

/// <summary>What was found for each reader, good until the day is over or something is written that it may rest on: every page asks for it.</summary>
public sealed class KnownTasks
{
    private readonly ConcurrentDictionary<string, (long Seq, DateOnly Day, TaskList Tasks)> byReader = new(StringComparer.Ordinal);

    /// <summary>Up to which entry of the journal the tasks of a reader hold; null when they are not known for this day.</summary>
    public (long Seq, TaskList Tasks)? Find(string reader, DateOnly day) =>
        byReader.TryGetValue(reader, out var known) && known.Day == day ? (known.Seq, known.Tasks) : null;

    public TaskList Keep(string reader, long seq, DateOnly day, TaskList tasks) => (byReader[reader] = (seq, day, tasks)).Tasks;
}

/// <summary>All that waits for the reader: the bar shows how many, the home page which.</summary>
public sealed class HomeTasks(IEnumerable<FindHomeTasks> finders, WeerbaarDb db, KnownTasks known)
{
    /// <summary>Acts that are done often and leave what waits as it was.</summary>
    private static readonly string[] elsewhere = ["scenarios.add", "threats.add", "access.sign-in", .. RequestTrail.WithoutChange];

    /// <summary>Nothing waits in the past: it can't be changed.</summary>
    public async Task<TaskList> AllAsync(CancellationToken ct)
    {
        if (db.Current.Past is not null)
        {
            return new([], []);
        }

        var (reader, today) = (db.Actor.Id, db.Day);
        if (known.Find(reader, today) is not { } found)
        {
            return known.Keep(reader, await JournalChain.LastSeqAsync(db, ct), today, await FindAsync(today, ct));
        }

        var (last, matters) = await JournalChain.SinceAsync(db, found.Seq, elsewhere, ct);
        return known.Keep(reader, last, today, matters ? await FindAsync(today, ct) : found.Tasks);
    }

    private async Task<TaskList> FindAsync(DateOnly today, CancellationToken ct)
    {
        var (all, seen) = await db.Current.ApartAsync(() => AskAsync(today, ct));
        return TaskList.Of(all, today) with { Seen = seen };
    }

    private async Task<List<HomeTask>> AskAsync(DateOnly today, CancellationToken ct)
    {
        var all = new List<HomeTask>();
        foreach (var find in finders)
        {
            all.AddRange(await find(db, today, ct));
        }

        return all;
    }
}
