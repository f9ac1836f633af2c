using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class JudgementsModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : StepPage(db, texts)
{
    public const string Missing = "missing";
    public const string Wide = "wide";

    /// <summary>A judgement is wide when lower and upper lie this many classes apart.</summary>
    private const int wideFrom = 2;

    public static IReadOnlyList<string> Choices { get; } = [Missing, Wide];

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Only { get; set; }

    public RoundResult Result { get; private set; } = null!;

    public IReadOnlyList<ScenarioResult> Rows { get; private set; } = [];

    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    public IReadOnlyList<IndexedObject> Themes => [.. Result.Scenarios.Select(s => s.Row.Theme).OfType<IndexedObject>()
        .DistinctBy(t => t.Id).OrderBy(t => t.Title.Here, StringComparer.CurrentCulture)];

    public bool Narrowed => !string.IsNullOrEmpty(Q) || !string.IsNullOrEmpty(Theme) || !string.IsNullOrEmpty(Only);

    public int Judged => Rows.Sum(r => Criteria.Count(c => r.Row.Judgements.ContainsKey(c.Id)));

    public int ToJudge => Rows.Count * Criteria.Count;

    private ImpactScale Scale => Result.Edition.Impact;

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        Result = await GetRound.HandleAsync(id, null, null, Db, editions, ct);
        var edition = Result.Edition;
        Criteria = [.. edition.Interests.SelectMany(edition.CriteriaOf)];
        Rows = [.. Result.Scenarios.Where(Wanted)];
    }

    public IHtmlContent Cell(ScenarioResult row, Criterion criterion) => row.Row.Judgements.TryGetValue(criterion.Id, out var judgement)
        ? Cell(Level(judgement.Range.Lower), Level(judgement.Range.Best), Level(judgement.Range.Upper), judgement.Range.Best, Scale.Top)
        : Nothing;

    public IHtmlContent LikelihoodCell(ScenarioResult row) => row.Likelihood is { } known
        ? Cell(known.LowerClass.Level, known.Class.Level, known.UpperClass.Level, known.Class.Id, Result.Edition.Likelihood.Classes.Count)
        : Nothing;

    public IHtmlContent OverallCell(ScenarioResult row) => row.Impact is { LowerBand: { } lower, Band: { } band, UpperBand: { } upper }
        ? Cell(lower.Level, band.Level, upper.Level, band.Id, Scale.Top)
        : row.Impact is not null ? new HtmlString("✓") : Nothing;

    public string CellName(ScenarioResult row, Criterion criterion) => Named(row, $"{criterion.Id} {criterion.Name.Here()}",
        row.Row.Judgements.GetValueOrDefault(criterion.Id)?.Range.ToString());

    public string LikelihoodName(ScenarioResult row) => Named(row, T["assessment.field.likelihood"],
        row.Likelihood is { } known ? LikelihoodText.Levels(known) : null);

    public string OverallName(ScenarioResult row) => Named(row, T["assessment.field.overall"],
        row.Impact is { Band: { } band } known ? $"{band.Id} ({known.LowerBand}–{known.UpperBand}), {T[row.Given ? "assessment.how.given" : "assessment.how.computed"]}" : null);

    public string? ReasonOf(ScenarioResult row, Criterion criterion) =>
        row.Row.Judgements.GetValueOrDefault(criterion.Id)?.Reason is { IsEmpty: false } reason ? reason.Here : null;

    private static IHtmlContent Nothing => new HtmlString("<span class=\"w-open\" aria-hidden=\"true\">·</span>");

    private string Named(ScenarioResult row, string what, string? judged) =>
        $"{row.Row.Scenario.Title.Here}, {what}: {judged ?? T["assessment.grid.open"]}";

    private int Level(string id) => Scale.Find(id)?.Level ?? 0;

    private bool Wanted(ScenarioResult row) => (string.IsNullOrEmpty(Theme) || row.Row.Theme?.Id == Theme)
        && WordSearch.Words(Q).All(row.Row.Scenario.Title.Here.Holds)
        && Only switch
        {
            Missing => row.Likelihood is null || row.Impact is null || row.Missing.Count > 0,
            Wide => row.Row.Judgements.Values.Any(j => Level(j.Range.Upper) - Level(j.Range.Lower) >= wideFrom),
            _ => true,
        };

    /// <summary>The best class, and under it a bar with a place for each class, filled from lower to upper.</summary>
    private static IHtmlContent Cell(int lower, int best, int upper, string id, int top)
    {
        var html = new HtmlContentBuilder().AppendHtml(ClassMarks.Chip(id, best, top));
        html.AppendHtml("<span class=\"w-span\" aria-hidden=\"true\">");
        for (var level = 1; level <= top; level++)
        {
            html.AppendHtml(level == best ? "<i class=\"w-span-best\"></i>" : level >= lower && level <= upper ? "<i class=\"w-span-in\"></i>" : "<i></i>");
        }

        return html.AppendHtml("</span>");
    }
}
