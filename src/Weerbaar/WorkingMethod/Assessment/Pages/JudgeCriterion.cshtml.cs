using Microsoft.AspNetCore.Mvc;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class JudgeCriterionModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : StepPage(db, texts)
{
    [BindProperty]
    public JudgementForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string ScenarioId { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Criterion { get; set; } = "";

    public RoundSheet Sheet { get; private set; } = null!;

    public JudgementStrip Strip { get; private set; } = null!;

    public Criterion Judged { get; private set; } = null!;

    public LastJudgement? Last { get; private set; }

    /// <summary>What the tables made of the inputs, when that was asked.</summary>
    public CriterionReading? Reading { get; private set; }

    /// <summary>What somebody else saved since the form was opened.</summary>
    public CriterionJudgement? Other { get; private set; }

    public string OtherName { get; private set; } = "";

    public string DraftKey => $"judgement-{Id}-{ScenarioId}-{Criterion}";

    public bool MayJudge => Actor.May(Permission.Judge, Platform.Access.Place.On(Id, ScenarioId)) && Sheet.Round.Status == RoundStatus.Draft;

    public string InterestName => Edition.Interests.FirstOrDefault(i => i.Id == Judged.Interest)?.Name.Here() ?? "";

    public IReadOnlyList<Axis> Axes => [.. Judged.Tables.SelectMany(t => t.Axes).DistinctBy(a => a.Id)];

    public IReadOnlyList<IndicatorSet> IndicatorSets => [.. Judged.Tables.Select(t => t.Asked).OfType<IndicatorSet>().DistinctBy(s => string.Join(' ', s.Indicators.Select(i => i.Id)))];

    public IReadOnlyList<DirectTable> DirectTables => Judged.Tables.Count > 1 ? [.. Judged.Tables.OfType<DirectTable>()] : [];

    public IReadOnlyList<Correction> Corrections => [.. Judged.Tables.SelectMany(t => t.Corrections).Where(c => !c.ByCount).DistinctBy(c => c.Id)];

    public bool CanCompute => Axes.Count + IndicatorSets.Count + DirectTables.Count > 0;

    public bool ComputeOpen => Reading is not null || Input.RestsOnInputs || ModelState.Any(m => m.Key.StartsWith("Input.Amounts", StringComparison.Ordinal) && m.Value!.Errors.Count > 0);

    public RangeBar.Input LastBar
    {
        get
        {
            var scale = Edition.Impact;
            int? At(string? id) => id is not null && scale.Find(id) is { Applies: true } found ? found.Level - 1 : null;
            var last = Last!.Judgement!.Range;
            return new(T["assessment.last"], [.. scale.Classes.Select(c => c.Id)], At(last.Lower), At(last.Best), At(last.Upper));
        }
    }

    private MethodEdition Edition => Sheet.Edition.Edition;

    private CriterionJudgement? Current => Strip.Row.Judgements.GetValueOrDefault(Criterion);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Input = JudgementForm.Of(Current);
    }

    public async Task<IActionResult> OnPostAsync(string? next, CancellationToken ct) => next == "compute"
        ? await ComputeAsync(ct)
        : await TryAsync(() => SaveAsync(next, ct), () => ShowOthersAsync(ct));

    /// <summary>What a class means for this criterion: the guidance, and the steps of the tables that lead to it.</summary>
    public IEnumerable<string> Meanings(ImpactClass choice)
    {
        if (!choice.Applies)
        {
            return [T["assessment.judge.not-applicable"]];
        }

        var steps = Judged.Tables.SelectMany(t => ClassMeaning.Of(t, choice).Select(m => Judged.Tables.Count > 1 ? $"{t.Name.Here()}: {m}" : m));
        return Judged.Guidance.TryGetValue(choice.Id, out var words) ? steps.Prepend(words.Here()) : steps;
    }

    private async Task<string> SaveAsync(string? next, CancellationToken ct)
    {
        await ShowAsync(ct);
        if (string.IsNullOrWhiteSpace(Input.Best))
        {
            throw new InvalidInput("best", "assessment.error.best");
        }

        var move = new RankMove(Sheet, ScenarioId);
        await JudgeCriterion.HandleAsync(Id, ScenarioId, Criterion, Input.Version, Input.ToRequest(Judged), Db, editions, ct);
        TempData.Saved(T["assessment.judged", $"{Criterion} {Judged.Name.Here()}", await move.SentenceAsync(Db, editions, T, ct)].TrimEnd(), DraftKey);
        return next == "grid" ? JudgementPlaces.Grid(Id) : Strip.Next ?? JudgementPlaces.Grid(Id);
    }

    /// <summary>Fills the best class from the inputs, and moves lower and upper along where they would cross it.</summary>
    private async Task<IActionResult> ComputeAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        try
        {
            Reading = ComputeClass.Of(Judged, Input.ToInput(Judged), Edition);
            Fill(Reading.Class);
        }
        catch (InvalidInput invalid)
        {
            invalid.Errors.ToList().ForEach(e => ModelState.AddModelError(FieldOf(e.Field), T[e.Key, e.Values]));
        }

        return Page();
    }

    private void Fill(ImpactClass best)
    {
        ModelState.Clear();
        Input.Best = best.Id;
        Input.Lower = Edition.Impact.Find(Input.Lower ?? "") is { } lower && lower <= best ? lower.Id : best.Id;
        Input.Upper = Edition.Impact.Find(Input.Upper ?? "") is { } upper && upper >= best ? upper.Id : best.Id;
        Input.RestsOnInputs = true;
    }

    private string FieldOf(string field) => Axes.Any(a => a.Id == field) ? $"Input.Amounts[{field}]"
        : field.StartsWith("amounts[", StringComparison.Ordinal) ? "Input.A" + field[1..]
        : "Input.Best";

    private async Task ShowAsync(CancellationToken ct)
    {
        Sheet = await RoundSheet.LoadAsync(Db, editions, Id, ct);
        var row = Sheet.Rows.FirstOrDefault(r => r.Scenario.Id == ScenarioId) ?? throw new NotThere("scenario", ScenarioId);
        Judged = Edition.FindCriterion(Criterion) ?? throw new NotThere("criterion", Criterion);
        Strip = StripOf.Row(Sheet, row, JudgementPlaces.Criterion(Id, ScenarioId, Criterion));
        Last = await LastJudgement.OfCriterionAsync(Db, Sheet.Round, ScenarioId, Criterion, ct);
    }

    private async Task ShowOthersAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        if (Current is { } saved && saved.Version != Input.Version)
        {
            (Other, OtherName) = (saved, await WhoJudged.LastAsync(Db, saved, ct) ?? T["assessment.conflict.somebody"]);
            ModelState.Remove($"{nameof(Input)}.{nameof(Input.Version)}");
            Input.Version = saved.Version;
        }
    }
}
