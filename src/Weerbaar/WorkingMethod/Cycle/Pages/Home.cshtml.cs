using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

/// <summary>What needs me, and where are we.</summary>
public sealed class HomeModel(
    WeerbaarDb db, Texts texts, TimeProvider clock, HomeTasks tasks, IEnumerable<NavigationEntry> navigation) : StepPage(db, texts)
{
    private const int atOnce = 6;

    /// <summary><c>all</c> shows every task, not only the first few.</summary>
    [BindProperty(SupportsGet = true, Name = "tasks")]
    public string Wanted { get; set; } = "";

    public IReadOnlyList<HomeTask> Tasks { get; private set; } = [];

    public IEnumerable<HomeTask> ShownTasks => Wanted == "all" ? Tasks : Tasks.Take(atOnce);

    public int HiddenTasks => Tasks.Count - ShownTasks.Count();

    public IReadOnlyList<ProcessStep> Process { get; private set; } = [];

    public IReadOnlyList<RecentChange> Changes { get; private set; } = [];

    public CycleRing.Input Ring { get; private set; } = null!;

    public CycleRing.Words Words { get; private set; } = null!;

    /// <summary>Nothing was put in yet, or nothing this reader may see.</summary>
    public bool IsEmpty { get; private set; }

    public DateOnly Today => clock.Today();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var counts = await CycleStep.CountAsync(Db, ct);
        var places = navigation.ToList();
        IsEmpty = counts.Count == 0;
        Tasks = await tasks.AllAsync(ct);
        Changes = await RecentChange.LastAsync(Db, ct);
        Process = ProcessStep.All(counts, places, T);
        Words = CycleRing.Words.From(T);
        var products = await ListProducts.HandleAsync(Db, null, null, ct);
        Ring = new CycleDrawing(counts, products, await WhereWeAre.RoundAsync(Db, ct), places, Today).ToInput(T);
    }
}
