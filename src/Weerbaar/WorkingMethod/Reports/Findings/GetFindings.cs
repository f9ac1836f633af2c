using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Printing;
using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Reports.Document;

namespace Weerbaar.WorkingMethod.Reports.Findings;

/// <summary>The findings report over the API: as a document of parts, and as a PDF.</summary>
public static class GetFindings
{
    internal static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/reports/findings/{roundId}", async (string roundId, string? marking, string? lang, string? recipient, MakeFindings findings, CancellationToken ct) =>
            {
                var document = await findings.DocumentAsync(roundId, marking, lang, recipient, ct);
                findings.Leaves(roundId, document, "json");
                return TypedResults.Ok(document);
            })
            .Needs(Permission.Read).Leaves().WithName("getFindings").WithSummary("The findings report of a round, up to a marking");
        api.MapGet("/reports/findings/{roundId}/pdf", PdfAsync)
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf").ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .Needs(Permission.Read).Leaves().WithName("getFindingsPdf").WithSummary("The findings report of a round as a tagged PDF");
    }

    private static async Task<IResult> PdfAsync(
        string roundId, string? marking, string? lang, string? recipient, MakeFindings findings, ReportFiles files, Texts texts, CancellationToken ct)
    {
        var document = await findings.DocumentAsync(roundId, marking, lang, recipient, ct);
        try
        {
            var pdf = await files.PdfAsync(document, ct);
            findings.Leaves(roundId, document, "pdf");
            return TypedResults.File(pdf, "application/pdf", MakeFindings.FileName(roundId, document) + ".pdf");
        }
        catch (Exception trouble) when (trouble is BrowserMissingException or PrintingFailedException)
        {
            return TypedResults.Problem(
                texts[PrintTrouble.KeyOf(trouble)], statusCode: StatusCodes.Status503ServiceUnavailable,
                title: texts["reports.error.print"], type: "urn:weerbaar:problem:cannot-print");
        }
    }
}

/// <summary>What to say when there is no PDF.</summary>
public static class PrintTrouble
{
    public static string KeyOf(Exception trouble) =>
        trouble is BrowserMissingException ? "reports.error.browser-missing" : "reports.error.print-failed";
}
