using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

/// <summary>What needs me, and where are we.</summary>
public sealed class HomeModel(
    WeerbaarDb db, Texts texts, HomeTasks tasks, IEnumerable<NavigationEntry> navigation) : StepPage(db, texts)
{
    private const int atOnce = 6;

    /// <summary><c>all</c> shows every task, not only the first few.</summary>
    [BindProperty(SupportsGet = true, Name = "tasks")]
    public string Wanted { get; set; } = "";

    public TaskList Tasks { get; private set; } = new([], []);

    public IReadOnlyList<HomeTask> ShownTasks => Wanted == "all" ? [.. Tasks.Now, .. Tasks.Old] : [.. Tasks.Now.Take(atOnce)];

    public int HiddenTasks => Wanted == "all" ? 0 : Tasks.Now.Count - ShownTasks.Count;

    /// <summary>How many wait that are of other cycles than the one that is shown.</summary>
    public int TasksElsewhere { get; private set; }

    /// <summary>The same page with every task.</summary>
    public string AllTasksHref => PageLinks.Href("/", (CycleFilter.InAddress, Cycle ?? ""), ("tasks", "all")) + "#tasks";

    public IReadOnlyList<ProcessStep> Process { get; private set; } = [];

    public IReadOnlyList<RecentChange> Changes { get; private set; } = [];

    public CycleRing.Input Ring { get; private set; } = null!;

    public CycleRing.Words Words { get; private set; } = null!;

    /// <summary>The cycle that is shown; null for all of them.</summary>
    public string? Cycle { get; private set; }

    public IReadOnlyList<string> Cycles { get; private set; } = [];

    /// <summary>Nothing was put in yet, or nothing this reader may see.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Among what the reader may see is something made up to show how the program works.</summary>
    public bool HasInvented { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var all = await CycleCounts.ReadAsync(Db, ct);
        var places = navigation.ToList();
        Cycles = all.Cycles;
        Cycle = Cycles.FirstOrDefault(c => c == CycleFilter.CycleOf(Request));
        var counts = all.Of(Cycle);
        IsEmpty = all.All.Count == 0 && May(Platform.Access.Permission.Read);
        HasInvented = await Db.Objects.AnyAsync(o => o.Invented, ct);
        var waiting = await tasks.AllAsync(ct);
        Db.Current.Seen.Add(waiting.Seen);
        Tasks = waiting.OfCycle(Cycle);
        TasksElsewhere = waiting.Now.Count - Tasks.Now.Count;
        Changes = await RecentChange.LastAsync(Db, Cycle, ct);
        Process = ProcessStep.All(counts, places, Cycle, T);
        Words = CycleRing.Words.From(T);
        var products = await ListProducts.HandleAsync(Db, null, null, null, ct);
        Ring = new CycleDrawing(counts, products, await WhereWeAre.RoundAsync(Db, Cycle, [], ct), places, Day, Cycle).ToInput(T);
    }
}
