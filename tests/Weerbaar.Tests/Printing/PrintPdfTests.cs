using System.Text;
using Weerbaar.Platform.Printing;
using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.Tests.Printing;

public sealed class PrintPdfTests : IDisposable
{
    private const string report =
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Something else</title>
        <link rel="stylesheet" href="/report.css"></head><body>
        <h1>Bevindingen</h1><p>Zes scenario’s, één oordeel: ≥ 5 jaar.</p>
        <h2>Overstroming</h2><table><tr><th scope="col">Klasse</th></tr><tr><td>E</td></tr></table>
        <p class="hidden">Onzichtbaar</p></body></html>
        """;

    private static readonly Dictionary<string, PrintResource> style = new()
    {
        ["/report.css"] = new("text/css", Encoding.UTF8.GetBytes("@page { size: A5 landscape } .hidden { display: none }")),
    };

    private readonly Chromium chromium = new(new ChromiumOptions());

    public void Dispose() => chromium.Dispose();

    [ChromiumFact]
    public async Task A_printed_report_is_tagged_and_carries_the_given_title_language_and_an_outline()
    {
        var pdf = await chromium.PrintPdfAsync(report, style, "Bevindingen <2012> & verder", "nl");

        var info = PdfTools.Info(pdf);
        info.ShouldMatch(@"Title:\s+Bevindingen <2012> & verder");
        info.ShouldMatch(@"Tagged:\s+yes");
        var raw = Encoding.Latin1.GetString(pdf);
        raw.ShouldContain("/Lang (nl)");
        raw.ShouldContain("/Outlines");
    }

    [ChromiumFact]
    public async Task The_structure_of_a_printed_report_names_headings_and_table_headers()
    {
        var structure = PdfTools.Info(await chromium.PrintPdfAsync(report, style, "T", "nl"), "-struct");

        structure.ShouldContain("H1");
        structure.ShouldContain("H2");
        structure.ShouldContain("TH");
    }

    [ChromiumFact]
    public async Task The_text_of_a_printed_report_can_be_read_back()
    {
        var text = PdfTools.Text(await chromium.PrintPdfAsync(report, style, "T", "nl"));

        text.ShouldContain("Zes scenario’s, één oordeel: ≥ 5 jaar.");
    }

    [ChromiumFact]
    public async Task Every_page_of_a_report_says_what_it_is_how_it_is_marked_and_which_page_of_how_many()
    {
        const string html = "<!doctype html><link rel=\"stylesheet\" href=\"/report.css\"><main class=\"report\"><nav class=\"contents\">Inhoud</nav><h2>A</h2><h2 style=\"break-before: page\">B</h2></main>";
        var sheet = Encoding.UTF8.GetBytes(ReportStyle.Sheet + ReportStyle.Pages("Bevindingen: \"ronde\"", "Intern", new Texts()));

        var pdf = await chromium.PrintPdfAsync(html, new Dictionary<string, PrintResource> { ["/report.css"] = new("text/css", sheet) }, "T", "nl");

        var pages = PdfTools.Text(pdf).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        pages.Length.ShouldBe(3);
        foreach (var (index, page) in pages.Index())
        {
            page.ShouldContain("Bevindingen: \"ronde\"");
            page.ShouldContain($"Pagina {index + 1} van 3");
            page.Split("INTERN").Length.ShouldBe(3, "the marking stands above and below");
        }

        PdfTools.Info(pdf).ShouldMatch(@"Tagged:\s+yes");
    }

    [ChromiumFact]
    public async Task A_style_sheet_given_as_a_resource_is_obeyed()
    {
        var pdf = await chromium.PrintPdfAsync(report, style, "T", "nl");

        PdfTools.Text(pdf).ShouldNotContain("Onzichtbaar");
        PdfTools.Info(pdf).ShouldMatch(@"Page size:\s+59\d\S* x 4[12]\d"); // A5 on its side, in points
    }

    [ChromiumFact]
    public async Task Two_reports_printed_at_the_same_time_do_not_mix()
    {
        var both = await Task.WhenAll(
            chromium.PrintPdfAsync("<p>Eerste</p>", style, "Een", "nl"),
            chromium.PrintPdfAsync("<p>Second</p>", style, "Two", "en"));

        PdfTools.Text(both[0]).ShouldContain("Eerste");
        PdfTools.Text(both[1]).ShouldContain("Second");
    }
}
