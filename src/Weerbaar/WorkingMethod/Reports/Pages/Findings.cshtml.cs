using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Reports.Findings;

namespace Weerbaar.WorkingMethod.Reports.Pages;

/// <summary>The report itself as a page of its own: what is seen here is what is printed.</summary>
[SendsFile]
public sealed class FindingsModel(WeerbaarDb db, Texts texts, MakeFindings findings, ReportFiles files, DepartureDesk desk) : StepPage(db, texts)
{
    public async Task<IActionResult> OnGetAsync(string roundId, string? marking, string? lang, string? recipient, CancellationToken ct)
    {
        var lowest = (await Db.GetAsync<Round>(roundId, ct)).Marking;
        var document = await findings.DocumentAsync(roundId, marking, lang, recipient, ct);
        findings.Leaves(roundId, document, "html");
        var frame = PreviewFrame.Of(roundId, document, lowest, Db.Actor.Clearance, desk.Lets(document.Marking), T);
        return Content(files.Page(document, frame), "text/html; charset=utf-8");
    }
}
