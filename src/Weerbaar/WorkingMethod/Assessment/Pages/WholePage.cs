using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>Entry of what is judged of a scenario as a whole: how likely it is, or its overall impact given as such.</summary>
public abstract class WholePage(WeerbaarDb db, Texts texts, EditionCatalogue editions) : StepPage(db, texts)
{
    [BindProperty]
    public WholeForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string ScenarioId { get; set; } = "";

    public RoundSheet Sheet { get; private set; } = null!;

    public JudgementStrip Strip { get; private set; } = null!;

    public LastJudgement? Last { get; private set; }

    /// <summary>What somebody else saved since the form was opened.</summary>
    public AssessedScenario? Other { get; private set; }

    public string OtherName { get; private set; } = "";

    public bool MayJudge => Actor.May(Permission.Judge, Platform.Access.Place.On(Id, ScenarioId)) && Sheet.Round.Status == RoundStatus.Draft;

    public abstract string DraftKey { get; }

    protected EditionCatalogue Editions { get; } = editions;

    protected abstract string Place { get; }

    protected abstract string What { get; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        var assessed = Strip.Row.Assessed;
        Input = assessed is null ? new WholeForm() : WholeForm.Of(assessed.Version, RangeOf(assessed), NoteOf(assessed));
    }

    public Task<IActionResult> OnPostAsync(string? next, CancellationToken ct) => TryAsync(
        async () =>
        {
            await ShowAsync(ct);
            var move = new RankMove(Sheet, ScenarioId);
            await JudgeAsync(ct);
            TempData.Saved(T["assessment.judged", T[What], await move.SentenceAsync(Db, Editions, T, ct)].TrimEnd(), DraftKey);
            return next == "grid" ? JudgementPlaces.Grid(Id) : Strip.Next ?? JudgementPlaces.Grid(Id);
        },
        () => ShowOthersAsync(ct));

    public abstract ClassRange? RangeOf(AssessedScenario assessed);

    public abstract Text NoteOf(AssessedScenario assessed);

    protected abstract Task JudgeAsync(CancellationToken ct);

    private async Task ShowAsync(CancellationToken ct)
    {
        Sheet = await RoundSheet.LoadAsync(Db, Editions, Id, ct);
        var row = Sheet.Rows.FirstOrDefault(r => r.Scenario.Id == ScenarioId) ?? throw new NotThere("scenario", ScenarioId);
        Strip = StripOf.Row(Sheet, row, Place);
        Last = await LastJudgement.OfScenarioAsync(Db, Sheet.Round, ScenarioId, RangeOf, ct);
    }

    private async Task ShowOthersAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        if (Strip.Row.Assessed is { } saved && saved.Version != Input.Version)
        {
            (Other, OtherName) = (saved, await WhoJudged.LastAsync(Db, saved, ct) ?? T["assessment.conflict.somebody"]);
            ModelState.Remove($"{nameof(Input)}.{nameof(Input.Version)}");
            Input.Version = saved.Version;
        }
    }
}
