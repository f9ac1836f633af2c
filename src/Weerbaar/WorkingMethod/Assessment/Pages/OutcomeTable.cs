using Microsoft.AspNetCore.Html;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>The outcome of a round as a table: the same figures as the diagram, and what is still missing.</summary>
internal sealed class OutcomeTable(RoundResult result, RiskDiagram.Input diagram, Texts texts)
{
    public static IReadOnlyList<(ScenarioResult Scenario, int Number)> Rows(RoundResult result) =>
        [.. result.Scenarios.Select((s, k) => (s, k + 1))];

    public DataTable<(ScenarioResult Scenario, int Number)> In(HttpRequest request) =>
        new DataTable<(ScenarioResult Scenario, int Number)>(request, "outcome", texts["assessment.ranking"])
            .Title("title", texts["assessment.field.scenario"], r => r.Scenario.Row.Scenario.Title.Here, r => $"/scenarios/{r.Scenario.Row.Scenario.Id}")
            .Number("rank", texts["assessment.field.rank"], r => r.Scenario.Rank, r => r.Scenario.Place)
            .Number("number", texts["assessment.field.number"], r => r.Number)
            .Column("theme", texts["scenarios.field.theme"], r => r.Scenario.Row.Theme?.Title.Here)
            .Column("likelihood", texts["assessment.field.likelihood"], LikelihoodWords, LikelihoodHtml, r => r.Scenario.Likelihood?.Best.Value)
            .Column("impact", texts["assessment.field.impact"], ImpactWords, ImpactHtml, r => r.Scenario.Impact?.Best)
            .Column("how", texts["assessment.field.how"], How)
            .Filter("theme", texts["scenarios.field.theme"], r => r.Scenario.Row.Theme?.Title.Here)
            .OrderedBy("rank");

    private string? LikelihoodWords((ScenarioResult Scenario, int Number) row) => row.Scenario.Likelihood is { } known
        ? $"{LikelihoodText.Levels(known)} {known.Class.Label.Here()} {Interval(diagram.Likelihood, known.Lower.Value, known.Best.Value, known.Upper.Value)}"
        : row.Scenario.Row.Assessed?.LikelihoodNote.Here;

    private IHtmlContent LikelihoodHtml((ScenarioResult Scenario, int Number) row) => row.Scenario.Likelihood is { } known
        ? Figures(
            ClassMarks.Range(known.LowerClass, known.Class, known.UpperClass, result.Edition.Likelihood),
            $"{(known.HasSubLevel ? LikelihoodText.Levels(known) + ": " : "")}{Interval(diagram.Likelihood, known.Lower.Value, known.Best.Value, known.Upper.Value)}")
        : Unknown(row.Scenario.Row.Assessed?.LikelihoodNote);

    private string? ImpactWords((ScenarioResult Scenario, int Number) row) => row.Scenario.Impact is { } known
        ? $"{known.Band?.Id} {known.Band?.Label.Here()} {Interval(diagram.Impact, known.Lower, known.Best, known.Upper)}".Trim()
        : row.Scenario.Row.Assessed?.OverallNote.Here;

    private IHtmlContent ImpactHtml((ScenarioResult Scenario, int Number) row)
    {
        if (row.Scenario.Impact is not { } known)
        {
            return Unknown(row.Scenario.Row.Assessed?.OverallNote);
        }

        var chips = known is { LowerBand: { } lower, Band: { } band, UpperBand: { } upper }
            ? ClassMarks.Range(lower, band, upper, result.Edition.Impact)
            : HtmlString.Empty;
        return row.Scenario.Given ? Figures(chips, "") : Figures(chips, Interval(diagram.Impact, known.Lower, known.Best, known.Upper));
    }

    private string How((ScenarioResult Scenario, int Number) row) => row.Scenario switch
    {
        { Given: true } => texts["assessment.how.given"],
        { Impact: not null } => texts["assessment.how.computed"],
        { Missing: { Count: > 0 } missing } => missing.Count == result.Edition.Criteria.Count
            ? texts["assessment.how.nothing"]
            : texts.Count("assessment.how.missing", missing.Count),
        _ => texts["assessment.how.to-give"],
    };

    private static string Interval(ClassAxis axis, double lower, double best, double upper) =>
        lower < upper ? $"{axis.Write(best)} ({axis.Write(lower)}–{axis.Write(upper)})" : axis.Write(best);

    private static IHtmlContent Figures(IHtmlContent chips, string interval) => new HtmlContentBuilder()
        .AppendHtml("<span class=\"w-judged\">").AppendHtml(chips).AppendHtml("<span class=\"w-quiet w-small\">").Append(interval).AppendHtml("</span></span>");

    private IHtmlContent Unknown(Text? note)
    {
        var html = new HtmlContentBuilder().AppendHtml("<span class=\"w-quiet\">").Append(texts["assessment.unknown"]).AppendHtml("</span>");
        return note is { IsEmpty: false } ? html.AppendHtml("<br /><small>").Append(note.Here).AppendHtml("</small>") : html;
    }
}
