using System.Globalization;
using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>The findings report of a round: what was assessed, how it came out, and what followed from it.</summary>
public static class FindingsReport
{
    public static ReportDocument Of(FindingsPaper paper)
    {
        var (t, round) = (paper.T, paper.Findings.Round);
        var about = OfAbout.Section(paper);
        List<ReportSection> rest =
        [
            OfOutcome.Diagram(paper), OfScenarios.Section(paper), .. OfFollowUp.Sections(paper), OfRecomputing.Section(paper),
        ];
        return new()
        {
            Kind = t["reports.findings"],
            Title = round.Title.In(paper.Language),
            Language = paper.Language,
            Marking = paper.Marking,
            MarkingWords = t.Of(paper.Marking),
            Recipient = paper.Organisations.Find(paper.Recipient) is { } known ? new(t["reports.cover.recipient"], known.Name.In(paper.Language)) : null,
            Cover = Cover(paper),
            Notices = [.. Notices(paper)],
            Sections = [OfOutcome.Section(paper), OfAbout.WithSources(about, paper), .. rest],
            Sources = paper.Notes.All,
        };
    }

    private static IReadOnlyList<ReportFact> Cover(FindingsPaper paper)
    {
        var (t, findings) = (paper.T, paper.Findings);
        var round = findings.Round;
        return
        [
            new(t["reports.cover.edition"], t["reports.cover.edition-of", t.Of(paper.Marking)]),
            new(t["reports.cover.method"], $"{paper.In(findings.Result.Edition.Title)} ({findings.Result.Edition.Id})"),
            new(t["reports.cover.status"], round.EstablishedOn is { } day
                ? t["reports.cover.established", t.Of(round.Status), FindingsPaper.Date(day)] : t.Of(round.Status)),
            new(t["reports.cover.scenarios"], findings.Result.Scenarios.Count.ToString(CultureInfo.CurrentCulture)),
            new(t["reports.cover.made"], FindingsPaper.Date(paper.MadeAt.Day())),
        ];
    }

    private static IEnumerable<ReportNotice> Notices(FindingsPaper paper)
    {
        var t = paper.T;
        if (paper.Findings.IsInvented)
        {
            yield return new(t["reports.notice.invented"], t["reports.notice.invented.text"]);
        }

        if (paper.Findings.Round.Status == RoundStatus.Draft)
        {
            yield return new(t["reports.notice.draft"], t["reports.notice.draft.text"]);
        }

        if (paper.Findings.Result.Edition.Unverified.Any())
        {
            yield return new(t["reports.notice.unverified"], t["reports.notice.unverified.text"]);
        }
    }
}
