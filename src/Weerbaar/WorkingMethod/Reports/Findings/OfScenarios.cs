using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Reports.Document;
using Weerbaar.WorkingMethod.Scenarios;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>Each scenario: its story, its scores with their reasons, and what it was assumed on.</summary>
internal static class OfScenarios
{
    /// <summary>The id of a scenario's part of the report; its sign in the diagram leads there.</summary>
    public static string PlaceOf(string scenarioId) => "scenario-" + scenarioId;

    public static ReportSection Section(FindingsPaper paper) =>
        new("scenarios", paper.T["reports.scenarios"], [new ReportParagraph(paper.T["reports.scenarios.text"])])
        {
            BeginsPage = true,
            Sections = [.. paper.Findings.Result.Scenarios.Select(s => Of(s, paper))],
        };

    private static ReportSection Of(ScenarioResult result, FindingsPaper paper)
    {
        var scenario = result.Row.Scenario;
        var title = paper.Say(scenario.Title);
        return new(PlaceOf(scenario.Id), title.Words,
        [
            new ReportFacts([.. Facts(result, paper)]),
            .. Story(scenario, paper),
            .. Scores(result, paper),
        ])
        {
            Language = title.Language,
        };
    }

    private static IEnumerable<ReportFact> Facts(ScenarioResult result, FindingsPaper paper)
    {
        var (t, scenario) = (paper.T, result.Row.Scenario);
        yield return new(t["reports.field.nature"], t.Of(scenario.Nature));
        if (result.Row.Theme is { } theme)
        {
            yield return new(t["reports.field.theme"], paper.Say(theme.Title));
        }

        yield return new(t["reports.field.likelihood"], Judged(OfOutcome.LikelihoodOf(result), result.Row.Assessed?.LikelihoodNote, result, paper));
        var impact = OfOutcome.ImpactOf(result);
        yield return new(t["reports.field.impact"], Judged(
            result is { Given: true } ? t["reports.scores.given", impact] : impact, result.Row.Assessed?.OverallNote, result, paper));
        if (result.Place is { } rank)
        {
            yield return new(t["reports.field.rank"], t["reports.scores.rank", rank, paper.Findings.Result.Scenarios.Count(s => s.Rank is not null)]);
        }

        yield return new(t["reports.field.version"], paper.Say(new Text($"{scenario.Number}", $"{scenario.Number}"), scenario.Source));
    }

    private static ReportText Judged(string classes, Text? note, ScenarioResult result, FindingsPaper paper)
    {
        if (note is null || note.IsEmpty)
        {
            return classes;
        }

        var said = paper.Say(note, result.Row.Assessed!.Source);
        return classes == OfOutcome.Nothing ? said : said with { Words = $"{classes}. {said.Words}" };
    }

    private static IEnumerable<ReportBlock> Story(Scenario scenario, FindingsPaper paper) =>
    [
        .. paper.Prose("reports.scenario.context", scenario.Context),
        .. paper.Prose("reports.scenario.trigger", scenario.Trigger),
        .. paper.Prose("reports.scenario.course", scenario.Course),
        .. paper.Listed("reports.scenario.consequences", scenario.Consequences.Select(c => Consequence(c, paper))),
        .. paper.Listed("reports.scenario.assumptions", scenario.Assumptions.Select(a => Assumption(a, paper))),
        .. paper.Listed("reports.scenario.planning", scenario.PlanningAssumptions.Select(a => paper.Say(a))),
        .. paper.Listed("reports.scenario.sources", scenario.Sources.Select(s => paper.Say(s))),
    ];

    private static ReportText Consequence(Consequence consequence, FindingsPaper paper)
    {
        var interest = paper.Findings.Result.Edition.Interests.FirstOrDefault(i => i.Id == consequence.Interest)?.Name;
        var text = consequence.Text;
        return paper.Say(new Text(
            text.Nl.Length == 0 ? "" : $"{interest?.Nl ?? consequence.Interest}: {text.Nl}",
            text.En.Length == 0 ? "" : $"{interest?.En ?? consequence.Interest}: {text.En}"));
    }

    private static ReportText Assumption(Assumption assumption, FindingsPaper paper)
    {
        var text = paper.Say(assumption.Text);
        return text with { Words = paper.T["reports.scenario.assumption", text.Words, paper.T.Of(assumption.Confidence)] };
    }

    private static IEnumerable<ReportBlock> Scores(ScenarioResult result, FindingsPaper paper)
    {
        var t = paper.T;
        if (result.Row.Judgements.Count == 0)
        {
            yield return new ReportParagraph(t[result.Given ? "reports.scores.only-overall" : "reports.scores.none"]);
            yield break;
        }

        yield return new ReportTable(
            t["reports.scores.caption", result.Row.Scenario.Title.In(paper.Language)],
            [new(t["reports.field.criterion"]), new(t["reports.field.lower"]), new(t["reports.field.best"]), new(t["reports.field.upper"]), new(t["reports.field.reason"])],
            [.. paper.Findings.Result.Edition.Criteria.Where(c => result.Row.Judgements.ContainsKey(c.Id)).Select(c => Score(c.Id, paper.In(c.Name), result, paper))]);
        if (!result.Given && result.Missing.Count > 0)
        {
            yield return new ReportParagraph(t["reports.scores.missing", string.Join(", ", result.Missing)]);
        }
    }

    private static IReadOnlyList<ReportText> Score(string id, string name, ScenarioResult result, FindingsPaper paper)
    {
        var judgement = result.Row.Judgements[id];
        return [$"{id} {name}", judgement.Range.Lower, judgement.Range.Best, judgement.Range.Upper, paper.Say(judgement.Reason, judgement.Source)];
    }
}
