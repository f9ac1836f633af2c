using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>What the report is, and how it is to be read.</summary>
internal static class OfAbout
{
    public static ReportSection Section(FindingsPaper paper)
    {
        var (t, round, edition) = (paper.T, paper.Findings.Round, paper.Findings.Result.Edition);
        List<ReportBlock> blocks = [new ReportParagraph(t["reports.about.text", round.Title.In(paper.Language), paper.In(edition.Title)])];
        if (!round.Summary.IsEmpty)
        {
            blocks.Add(new ReportParagraph(paper.Say(round.Summary, round.Source)));
        }

        blocks.Add(new ReportParagraph(t["reports.about.reading"]));
        blocks.Add(new ReportParagraph(t["reports.about.edition", t.Of(paper.Marking)]));
        return new("about", t["reports.about"], blocks) { BeginsPage = true, Sections = [.. Unverified(paper)] };
    }

    /// <summary>The same with what the small numbers mean, once it is known that there are any.</summary>
    public static ReportSection WithSources(ReportSection about, FindingsPaper paper) =>
        paper.Notes.All.Count == 0 ? about : about with { Blocks = [.. about.Blocks, new ReportParagraph(paper.T["reports.about.sources"])] };

    private static IEnumerable<ReportSection> Unverified(FindingsPaper paper)
    {
        var (t, parts) = (paper.T, paper.Findings.Result.Edition.Unverified.ToList());
        if (parts.Count == 0)
        {
            yield break;
        }

        yield return new("unverified", t["reports.unverified"],
        [
            new ReportParagraph(t["reports.unverified.text"]),
            new ReportTable(
                t["reports.unverified"],
                [new(t["reports.unverified.part"]), new(t["reports.unverified.source"]), new(t["reports.unverified.note"])],
                [.. parts.Select(p => (IReadOnlyList<ReportText>)
                    [paper.In(p.Part), paper.In(p.Provenance.Source.Title), p.Provenance.Note is { } note ? paper.In(note) : ""])]),
        ]);
    }
}
