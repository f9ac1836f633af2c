using Weerbaar.Platform.Drawing;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>How the round came out: the figures in short, the order, and the risk diagram.</summary>
internal static class OfOutcome
{
    /// <summary>What stands where there is no class.</summary>
    public const string Nothing = "–";

    public static ReportSection Section(FindingsPaper paper)
    {
        var t = paper.T;
        return new("outcome", t["reports.outcome"], [new ReportFacts([.. Facts(paper)]), new ReportParagraph(t["assessment.ranking.by"]), Order(paper)])
        {
            BeforeContents = true,
        };
    }

    public static ReportSection Diagram(FindingsPaper paper)
    {
        var (t, words) = (paper.T, RiskDiagram.Words.From(paper.T));
        var input = DiagramOf(paper);
        var svg = DrawingFrame.Of("risks", options => RiskDiagram.Draw(input, words, options));
        return new("diagram", t["reports.diagram"], [new ReportFigure(t["reports.diagram.caption"], svg, Twin(RiskDiagram.ToTable(input, words), t["reports.diagram.table"]))])
        {
            IsWide = true,
        };
    }

    /// <summary>The diagram of the round as its page shows it, but its signs lead to places in this report.</summary>
    private static RiskDiagram.Input DiagramOf(FindingsPaper paper)
    {
        var input = RoundDiagram.Of(paper.Findings.Result, paper.T);
        return input with { ListHref = "#diagram", Risks = [.. input.Risks.Select(r => r with { Href = "#" + OfScenarios.PlaceOf(r.Id) })] };
    }

    /// <summary>Lower and upper of an impact or likelihood as classes: C, or B–D.</summary>
    public static string Classes(string? lower, string? best, string? upper) =>
        best is null ? Nothing : lower == upper ? best : $"{best} ({lower}–{upper})";

    public static string ImpactOf(ScenarioResult scenario) =>
        Classes(scenario.Impact?.LowerBand?.Id, scenario.Impact?.Band?.Id, scenario.Impact?.UpperBand?.Id);

    public static string LikelihoodOf(ScenarioResult scenario) =>
        scenario.Likelihood is { } known ? LikelihoodText.Levels(known) : Nothing;

    private static IEnumerable<ReportFact> Facts(FindingsPaper paper)
    {
        var (t, findings) = (paper.T, paper.Findings);
        var placed = findings.Result.Scenarios.Count(s => s is { Impact: not null, Likelihood: not null });
        yield return new(t["reports.outcome.scenarios"], t["reports.outcome.placed", findings.Result.Scenarios.Count, placed]);
        if (findings.Result.Scenarios.Where(s => s.Rank == 1).ToList() is { Count: > 0 } first)
        {
            yield return new(t["reports.outcome.first"], string.Join("; ", first.Select(s => s.Row.Scenario.Title.In(paper.Language))));
        }

        if (findings.Result.Scenarios.Where(s => s.Likelihood is not null).GroupBy(s => s.Likelihood!.Best.Value).MaxBy(g => g.Key) is { } likeliest)
        {
            yield return new(t["reports.outcome.likely"], string.Join("; ", likeliest.Select(s => s.Row.Scenario.Title.In(paper.Language))));
        }

        yield return new(t["reports.outcome.follow-up"], t["reports.outcome.counts", findings.Advices.Count, findings.Decisions.Count, findings.Measures.Count]);
    }

    private static ReportTable Order(FindingsPaper paper)
    {
        var (t, result) = (paper.T, paper.Findings.Result);
        var ordered = result.Scenarios.OrderBy(s => s.Rank ?? int.MaxValue);
        return new(
            t["reports.outcome.order"],
            [new(t["reports.field.scenario"]), new(t["reports.field.theme"]), new(t["reports.field.likelihood"]), new(t["reports.field.impact"]), new(t["reports.field.rank"], IsNumber: true)],
            [.. ordered.Select(s => (IReadOnlyList<ReportText>)
            [
                paper.Say(s.Row.Scenario.Title) with { LeadsTo = OfScenarios.PlaceOf(s.Row.Scenario.Id) },
                s.Row.Theme?.Title.In(paper.Language) ?? Nothing, LikelihoodOf(s), ImpactOf(s),
                s.Place ?? Nothing,
            ])]);
    }

    private static ReportTable Twin(TableTwin twin, string caption) => new(
        caption,
        [.. twin.Head.Select((name, column) => new ReportColumn(name, twin.Rows.Count > 0 && twin.Rows[0][column].IsNumber))],
        [.. twin.Rows.Select(row => (IReadOnlyList<ReportText>)[.. row.Select(cell => new ReportText(cell.Text) { LeadsTo = cell.Href?.TrimStart('#') })])]);
}
