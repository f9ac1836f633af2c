using System.Text;
using Weerbaar.Platform.Printing;
using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports;

/// <summary>A report as a file: one that holds its own style, or a tagged PDF.</summary>
public sealed class ReportFiles(Chromium chromium, Texts words)
{
    private const string sheet = "/report.css";

    /// <summary>The HTML with what a page puts around it.</summary>
    public string Page(ReportDocument document, ReportFrame frame) => EditionOf(document).In(() => ReportHtml.Write(document, frame, words));

    /// <summary>HTML that needs nothing else to be read or printed.</summary>
    public string Html(ReportDocument document) => Page(document, new($"<style>\n{Css(document)}</style>"));

    /// <exception cref="BrowserMissingException">There is no Chromium to print with.</exception>
    /// <exception cref="PrintingFailedException">Chromium did not deliver.</exception>
    public Task<byte[]> PdfAsync(ReportDocument document, CancellationToken ct)
    {
        var html = Page(document, new($"<link rel=\"stylesheet\" href=\"{sheet}\">"));
        var resources = new Dictionary<string, PrintResource> { [sheet] = new("text/css", Encoding.UTF8.GetBytes(Css(document))) };
        return chromium.PrintPdfAsync(html, resources, $"{document.Title} – {document.Kind}", document.Language, ct);
    }

    private string Css(ReportDocument document) => EditionOf(document).In(
        () => ReportStyle.Sheet + ReportStyle.Pages($"{document.Kind}: {document.Title}", document.MarkingWords, words));

    private static Edition EditionOf(ReportDocument document) => new(document.Marking, document.Language);
}
