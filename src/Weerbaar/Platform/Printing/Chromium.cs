using System.Net;
using System.Text.Json;

namespace Weerbaar.Platform.Printing;

/// <summary>Prints HTML to PDF and draws HTML or SVG to PNG, with a headless Chromium that sees only what it is given.</summary>
public sealed class Chromium(ChromiumOptions options) : IDisposable
{
    private const int readAtOnce = 1 << 20;
    private const int tallestPicture = 16_000;
    private static readonly Dictionary<string, PrintResource> none = [];
    private readonly SemaphoreSlim turns = new(options.AtOnce, options.AtOnce);

    /// <summary>
    /// Prints a whole HTML document to a tagged PDF with an outline made of its headings. Paper and margins come from its
    /// own <c>@page</c> rules.
    /// </summary>
    /// <param name="html">A complete document; its scripts do not run.</param>
    /// <param name="resources">What the document may load, by path from the root; all else is refused.</param>
    /// <param name="title">The title in the PDF's properties.</param>
    /// <param name="language">The language of the text, as in <c>nl</c>.</param>
    /// <param name="stop">Stops the work and the browser.</param>
    /// <exception cref="BrowserMissingException">There is no Chromium.</exception>
    /// <exception cref="PrintingFailedException">Chromium stopped, refused or took too long.</exception>
    public Task<byte[]> PrintPdfAsync(
        string html, IReadOnlyDictionary<string, PrintResource> resources, string title, string language, CancellationToken stop = default) =>
        WithPageAsync(Named(html, title, language), resources, PrintAsync, stop);

    /// <summary>Draws an SVG element or a whole HTML document to a PNG on white, as high as its content.</summary>
    /// <param name="document">SVG (begins with <c>&lt;svg</c>, fills the width) or a complete HTML document.</param>
    /// <param name="width">Width in CSS pixels.</param>
    /// <param name="scale">Image pixels in one CSS pixel: 2 for sharp print.</param>
    /// <param name="stop">Stops the work and the browser.</param>
    /// <exception cref="BrowserMissingException">There is no Chromium.</exception>
    /// <exception cref="PrintingFailedException">Chromium stopped, refused or took too long.</exception>
    public Task<byte[]> ScreenshotAsync(string document, int width, double scale, CancellationToken stop = default) =>
        WithPageAsync(AsHtml(document), none, page => DrawAsync(page, width, scale), stop);

    public void Dispose() => turns.Dispose();

    private async Task<byte[]> WithPageAsync(
        string html, IReadOnlyDictionary<string, PrintResource> resources, Func<PrintPage, Task<byte[]>> work, CancellationToken stop)
    {
        await turns.WaitAsync(stop);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            limit.CancelAfter(options.Timeout);
            await using var browser = await BrowserProcess.StartAsync(options, limit.Token);
            return await work(await PrintPage.OpenAsync(browser.DevTools, html, resources, limit.Token));
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new PrintingFailedException($"Chromium took longer than {options.Timeout.TotalSeconds:0} seconds.", late);
        }
        finally
        {
            turns.Release();
        }
    }

    private static async Task<byte[]> PrintAsync(PrintPage page)
    {
        var printed = await page.AskAsync("Page.printToPDF", new
        {
            printBackground = true,
            preferCSSPageSize = true,
            generateTaggedPDF = true,
            generateDocumentOutline = true,
            transferMode = "ReturnAsStream",
        });
        return await ReadAsync(page, printed.GetProperty("stream").GetString()!);
    }

    private static async Task<byte[]> ReadAsync(PrintPage page, string handle)
    {
        using var whole = new MemoryStream();
        JsonElement part;
        do
        {
            part = await page.AskAsync("IO.read", new { handle, size = readAtOnce });
            whole.Write(part.GetProperty("data").GetBytesFromBase64());
        }
        while (!part.GetProperty("eof").GetBoolean());
        return whole.ToArray();
    }

    private static async Task<byte[]> DrawAsync(PrintPage page, int width, double scale)
    {
        await SizeAsync(page, width, 1, scale);
        var metrics = await page.AskAsync("Page.getLayoutMetrics", new { });
        var height = metrics.GetProperty("cssContentSize").GetProperty("height").GetDouble();
        await SizeAsync(page, width, (int)Math.Clamp(Math.Ceiling(height), 1, tallestPicture), scale);
        var picture = await page.AskAsync("Page.captureScreenshot", new { format = "png" });
        return picture.GetProperty("data").GetBytesFromBase64();
    }

    private static Task<JsonElement> SizeAsync(PrintPage page, int width, int height, double deviceScaleFactor) =>
        page.AskAsync("Emulation.setDeviceMetricsOverride", new { width, height, deviceScaleFactor, mobile = false });

    // By the rules of HTML the first title and the first language win, and a second doctype and head are passed over.
    private static string Named(string html, string title, string language) =>
        $"<!doctype html><html lang=\"{WebUtility.HtmlEncode(language)}\"><title>{WebUtility.HtmlEncode(title)}</title>{html.TrimStart('\uFEFF')}";

    private static string AsHtml(string document) => document.AsSpan().TrimStart().StartsWith("<svg", StringComparison.OrdinalIgnoreCase)
        ? $"<!doctype html><style>body{{margin:0}}svg{{display:block;width:100%;height:auto}}</style>{document}"
        : document;
}
