using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Printing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Reports.Findings;

namespace Weerbaar.WorkingMethod.Reports.Pages;

[SendsFile]
public sealed class FindingsPdfModel(WeerbaarDb db, Texts texts, MakeFindings findings, ReportFiles files) : StepPage(db, texts)
{
    /// <summary>The key of what to say when there is no PDF.</summary>
    public string Trouble { get; private set; } = "";

    public string Preview { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string roundId, string? marking, string? lang, string? recipient, CancellationToken ct)
    {
        var document = await findings.DocumentAsync(roundId, marking, lang, recipient, ct);
        try
        {
            var pdf = await files.PdfAsync(document, ct);
            findings.Leaves(roundId, document, "pdf");
            return File(pdf, "application/pdf", MakeFindings.FileName(roundId, document) + ".pdf");
        }
        catch (Exception trouble) when (trouble is BrowserMissingException or PrintingFailedException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            (Trouble, Preview) = (PrintTrouble.KeyOf(trouble), $"/reports/findings/{Uri.EscapeDataString(roundId)}?marking={Edition.WordOf(document.Marking)}&lang={document.Language}");
            return Page();
        }
    }
}
