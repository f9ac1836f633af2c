using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Printing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment;

/// <summary>The risk diagram of a round as a file of its own.</summary>
public static class GetDiagram
{
    private const int pictureWidth = 1200;
    private const double pictureScale = 2;

    public static async Task<string> SvgAsync(
        string id, string? weights, string? value, WeerbaarDb db, EditionCatalogue editions, Texts texts, CancellationToken ct)
    {
        var result = await GetRound.HandleAsync(id, weights, value, db, editions, ct);
        var options = new DrawingOptions("risks", DrawingLayout.Wide, DrawingUse.File);
        return RiskDiagram.Draw(RoundDiagram.Of(result, texts), RiskDiagram.Words.From(texts), options);
    }

    /// <exception cref="BrowserMissingException">There is no Chromium to draw it with.</exception>
    public static Task<byte[]> PngAsync(string svg, Chromium chromium, CancellationToken ct) => chromium.ScreenshotAsync(svg, pictureWidth, pictureScale, ct);
}
