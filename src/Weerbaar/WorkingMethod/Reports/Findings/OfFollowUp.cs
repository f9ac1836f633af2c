using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Capabilities;
using Weerbaar.WorkingMethod.Measures;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>What followed from the round: advices, decisions, and measures with who leads and how far they are.</summary>
internal static class OfFollowUp
{
    /// <summary>The id of an advice's part of the report.</summary>
    public static string PlaceOf(string adviceId) => "advice-" + adviceId;

    public static IEnumerable<ReportSection> Sections(FindingsPaper paper)
    {
        var t = paper.T;
        yield return new("advices", t["reports.advices"], paper.Findings.Advices.Count == 0
            ? [new ReportParagraph(t["reports.advices.none"])]
            : [new ReportParagraph(t["reports.advices.text"])])
        {
            BeginsPage = true,
            Sections = [.. paper.Findings.Advices.Select(a => Of(a, paper))],
        };
        yield return OfDecisions.Section(paper);
        yield return new("measures", t["reports.measures"], paper.Findings.Measures.Count == 0
            ? [new ReportParagraph(t["reports.measures.none"])]
            : [new ReportParagraph(t["reports.measures.text"]), Table(paper)])
        {
            IsWide = paper.Findings.Measures.Count > 0,
        };
    }

    private static ReportSection Of(CapabilityAdvice advice, FindingsPaper paper)
    {
        var (t, title) = (paper.T, paper.Say(advice.Title));
        List<ReportFact> facts =
        [
            new(t["reports.field.kind"], t.Of(advice.AdviceKind)),
            new(t["reports.field.phases"], string.Join(", ", advice.Phases.Select(p => t.Of(p)))),
            new(t["reports.field.leads"], paper.Names(advice.Leads)),
            new(t["reports.field.rests-on"], paper.TitlesOf(advice.RestsOn)),
        ];
        return new(PlaceOf(advice.Id), title.Words,
        [
            new ReportParagraph(paper.Say(advice.Summary, advice.Source)),
            new ReportFacts([.. facts.Where(f => f.Value.Words.Length > 0)]),
        ])
        {
            Language = title.Language,
        };
    }

    private static ReportTable Table(FindingsPaper paper)
    {
        var t = paper.T;
        return new(
            t["reports.measures.caption"],
            [
                new(t["reports.field.measure"]), new(t["reports.field.leads"]), new(t["reports.field.partners"]),
                new(t["reports.field.due"]), new(t["reports.field.status"]), new(t["reports.field.rests-on"]),
            ],
            [.. paper.Findings.Measures.Select(m => Row(m, paper))]);
    }

    private static IReadOnlyList<ReportText> Row(Measure measure, FindingsPaper paper) =>
    [
        paper.Say(measure.Title, measure.Source),
        paper.Names(measure.Leads),
        measure.Partners.Count == 0 ? OfOutcome.Nothing : paper.Names(measure.Partners),
        Due(measure, paper),
        paper.T.Of(measure.Status),
        paper.TitlesOf(measure.RestsOn),
    ];

    private static ReportText Due(Measure measure, FindingsPaper paper) => measure.Due is { } day
        ? measure.IsLate(paper.MadeAt.Day()) ? paper.T["reports.measures.late", FindingsPaper.Date(day)] : FindingsPaper.Date(day)
        : measure.DueNote.IsEmpty ? OfOutcome.Nothing : paper.Say(measure.DueNote);
}
