using System.Text;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Pages;

/// <summary>The bar over a previewed report: the way back, the other editions and language, the PDF where it may leave. It isn't printed.</summary>
internal static class PreviewFrame
{
    public static ReportFrame Of(string roundId, ReportDocument document, Marking lowest, Marking clearance, bool mayLeave, Texts words)
    {
        var bar = new StringBuilder($"<nav class=\"bar\" aria-label=\"{Safe(words["reports.bar"])}\"><a href=\"/reports\">← {Safe(words["reports.back"])}</a><ul>");
        foreach (var marking in Enum.GetValues<Marking>().Where(m => m >= lowest && m <= clearance))
        {
            bar.Append(Item(Address(roundId, marking, document.Language), words.Of(marking), marking == document.Marking));
        }

        bar.Append("</ul><ul>");
        foreach (var language in Edition.Languages)
        {
            bar.Append(Item(Address(roundId, document.Marking, language), words[$"site.language.name.{language}"], language == document.Language));
        }

        bar.Append("</ul>").Append(mayLeave ? Pdf(roundId, document, words) : "").Append("</nav>\n");
        return new($"<link rel=\"stylesheet\" href=\"/reports/report.css?marking={Edition.WordOf(document.Marking)}&amp;lang={document.Language}\">", bar.ToString());
    }

    private static string Pdf(string roundId, ReportDocument document, Texts words) =>
        $"<a class=\"end\" href=\"{Safe(Address(roundId, document.Marking, document.Language, "/pdf"))}\">{Safe(words["reports.choose.pdf"])}{(document.Marking > Marking.Public ? $" ({Safe(words["reports.choose.recipient.first"])})" : "")}</a>";

    private static string Item(string href, string text, bool isCurrent) =>
        $"<li><a href=\"{Safe(href)}\"{(isCurrent ? " aria-current=\"page\"" : "")}>{Safe(text)}</a></li>";

    private static string Address(string roundId, Marking marking, string language, string more = "") =>
        $"/reports/findings/{Uri.EscapeDataString(roundId)}{more}?marking={Edition.WordOf(marking)}&lang={language}";

    private static string Safe(string text) => ReportHtml.Encode(text);
}
