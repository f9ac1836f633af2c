using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Decisions;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>The decisions taken on the round, each with whether the round still says what it said then.</summary>
internal static class OfDecisions
{
    public static ReportSection Section(FindingsPaper paper) =>
        new("decisions", paper.T["reports.decisions"], [new ReportParagraph(paper.T[paper.Findings.Decisions.Count == 0 ? "reports.decisions.none" : "reports.decisions.text"])])
        {
            Sections = [.. paper.Findings.Decisions.Select(d => Of(d, paper))],
        };

    private static ReportSection Of(DecisionFound found, FindingsPaper paper)
    {
        var (t, decision) = (paper.T, found.Bound.Decision);
        var title = paper.Say(decision.Title);
        List<ReportFact> facts =
        [
            new(t["reports.field.date"], FindingsPaper.Date(decision.Date)),
            new(t["reports.field.body"], paper.Say(decision.Body)),
            new(t["reports.field.basis"], Basis(found, paper)),
        ];
        return new("decision-" + decision.Id, title.Words,
        [
            .. found.Bound.State == BasisState.Stale ? [new ReportNotice(t["reports.decisions.stale"], t["reports.decisions.stale.text"])] : Array.Empty<ReportBlock>(),
            new ReportParagraph(paper.Say(decision.Text, decision.Source)),
            new ReportFacts(facts),
            .. paper.Listed("reports.decisions.adopts", Adopted(decision, paper)),
            .. Changes(found, paper),
        ])
        {
            Language = title.Language,
        };
    }

    private static ReportText Basis(DecisionFound found, FindingsPaper paper) => found.Bound.Decision.Basis is { } basis
        ? paper.T["reports.decisions.bound", paper.T.Of(found.Bound.State), FindingsPaper.Date(basis.At.Day())]
        : paper.T.Of(found.Bound.State);

    private static IEnumerable<ReportText> Adopted(Decision decision, FindingsPaper paper) => decision.Adopts
        .Select(id => paper.Findings.Objects.GetValueOrDefault(id)).OfType<Platform.Storage.IndexedObject>()
        .Select(o => paper.Say(o.Title) with { LeadsTo = paper.Findings.Advices.Any(a => a.Id == o.Id) ? OfFollowUp.PlaceOf(o.Id) : null });

    private static IEnumerable<ReportBlock> Changes(DecisionFound found, FindingsPaper paper)
    {
        var (t, changed) = (paper.T, found.Basis.Where(b => b.Differs).ToList());
        if (changed.Count > 0)
        {
            yield return new ReportTable(
                t["reports.decisions.changes"],
                [
                    new(t["reports.field.scenario"]), new(t["reports.decisions.likelihood-then"]), new(t["reports.decisions.likelihood-now"]),
                    new(t["reports.decisions.impact-then"]), new(t["reports.decisions.impact-now"]),
                ],
                [.. changed.Select(c => (IReadOnlyList<ReportText>)
                    [paper.Say(c.Title), c.Then?.Likelihood ?? "–", c.Now?.Likelihood ?? "–", c.Then?.Impact ?? "–", c.Now?.Impact ?? "–"])]);
        }
    }
}
