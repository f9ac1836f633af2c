using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Pages;

/// <summary>The style of a previewed report, with the marking that a browser prints on every page.</summary>
public sealed class ReportStyleModel(Texts texts) : PageModel
{
    public IActionResult OnGet(string? marking, string? lang)
    {
        var edition = new Edition(Edition.ReadMarking(marking ?? "public"), Edition.ReadLanguage(lang));
        return Content(edition.In(() => ReportStyle.Sheet + ReportStyle.Pages(texts["reports.findings"], texts.Of(edition.Marking), texts)), "text/css; charset=utf-8");
    }
}
