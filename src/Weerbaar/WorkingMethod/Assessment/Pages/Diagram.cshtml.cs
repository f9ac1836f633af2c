using System.Text;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Printing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary>The diagram as a file; a page only when no picture could be drawn.</summary>
[SendsFile]
public sealed class DiagramModel(WeerbaarDb db, Texts texts, EditionCatalogue editions, Chromium chromium) : StepPage(db, texts)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Problem { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string format, string? weights, string? value, CancellationToken ct)
    {
        var name = $"{Id}.{format}";
        var svg = await GetDiagram.SvgAsync(Id, weights, value, Db, editions, T, ct);
        if (format == "svg")
        {
            Db.Leaves(ExportedFile.OfRound(Id, name));
            return File(Encoding.UTF8.GetBytes(svg), "image/svg+xml", name);
        }

        try
        {
            var png = await GetDiagram.PngAsync(svg, chromium, ct);
            Db.Leaves(ExportedFile.OfRound(Id, name) with { MadeFrom = svg });
            return File(png, "image/png", name);
        }
        catch (BrowserMissingException)
        {
            Problem = T["assessment.png.no-browser"];
        }
        catch (PrintingFailedException)
        {
            Problem = T["assessment.png.stopped"];
        }

        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return Page();
    }
}
