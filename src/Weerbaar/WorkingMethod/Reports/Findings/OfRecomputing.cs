using System.Globalization;
using Weerbaar.Platform;
using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>The appendix: everything a reader needs to compute the figures again.</summary>
internal static class OfRecomputing
{
    public static ReportSection Section(FindingsPaper paper)
    {
        var (t, result) = (paper.T, paper.Findings.Result);
        var edition = result.Sheet.Edition;
        return new("recompute", t["reports.recompute"],
        [
            new ReportParagraph(t["reports.recompute.text"]),
            new ReportFacts(
            [
                new(t["reports.recompute.edition"], $"{edition.Edition.Id}, {FindingsPaper.Date(edition.Edition.Version)}"),
                new(t["reports.recompute.edition-hash"], edition.Sha256),
                new(t["reports.recompute.content-hash"], paper.Findings.ContentHash),
                new(t["reports.recompute.rule"], t.Of(edition.Edition.Overall.Rule)),
                new(t["reports.recompute.value"], $"{paper.In(result.Value.Name)} ({result.Value.Id})"),
                new(t["reports.recompute.weights"], $"{paper.In(result.Weights.Name)} ({result.Weights.Id})"),
                new(t["reports.recompute.program"], $"Weerbaar {ProgramVersion.Text}"),
                new(t["reports.recompute.made"], FindingsPaper.Date(paper.MadeAt.Day())),
            ]),
            new ReportParagraph(t["reports.recompute.how"]),
            new ReportCode("weerbaar assess FILE --json"),
            new ReportParagraph(t["reports.recompute.hash"]),
            Weights(paper),
        ])
        {
            BeginsPage = true,
        };
    }

    private static ReportTable Weights(FindingsPaper paper)
    {
        var (t, result) = (paper.T, paper.Findings.Result);
        return new(
            t["reports.recompute.weights-caption"],
            [new(t["reports.field.criterion"]), new(t["reports.field.interest"]), new(t["reports.field.weight"], IsNumber: true)],
            [.. result.Edition.Criteria.Select(c => (IReadOnlyList<ReportText>)
            [
                $"{c.Id} {paper.In(c.Name)}",
                result.Edition.Interests.FirstOrDefault(i => i.Id == c.Interest) is { } interest ? paper.In(interest.Name) : c.Interest,
                result.Weights.Weights[c.Id].ToString("0.0000", CultureInfo.CurrentCulture),
            ])]);
    }
}
