using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>
/// The area of a scenario: from lower to upper both ways, bulging from the best estimate. Rounder when there is a best
/// estimate, almost a rectangle when only intervals are known, and the density regions themselves when they were computed.
/// </summary>
public static class RiskArea
{
    private const double Smallest = 7;
    private const double Round = 0.62;
    private const double Square = 0.86;

    public static void Draw(SvgWriter svg, RiskDiagram.Risk risk, RiskPlot plot, string @class)
    {
        var colour = $"{@class} {ThemeMark.Colour(risk.ThemeIndex)}{(risk.IsUnverified ? " d-unverified" : "")}";
        if (risk.Regions is { Count: > 0 } regions)
        {
            foreach (var region in regions.OrderByDescending(r => r.Share))
            {
                svg.Path(Contours(region, plot), region.Share <= 0.5 ? $"{colour} d-area-dense" : colour);
            }

            return;
        }

        svg.Path(Superellipse(risk, plot), colour);
    }

    private static string Superellipse(RiskDiagram.Risk risk, RiskPlot plot)
    {
        var (x, y) = plot.Best(risk);
        var left = Math.Max(x - plot.X(risk.Likelihood!.Lower), Math.Min(Smallest, x - plot.Left));
        var right = Math.Max(plot.X(risk.Likelihood.Upper) - x, Math.Min(Smallest, plot.Right - x));
        var up = Math.Max(y - plot.Y(risk.Impact!.Upper), Math.Min(Smallest, y - plot.Top));
        var down = Math.Max(plot.Y(risk.Impact.Lower) - y, Math.Min(Smallest, plot.Bottom - y));
        var k = risk.Likelihood.Best is null && risk.Impact.Best is null ? Square : Round;
        return $"M{N(x + right)} {N(y)}"
            + Quarter(x, y, right, down, k, true) + Quarter(x, y, -left, down, k, false)
            + Quarter(x, y, -left, -up, k, true) + Quarter(x, y, right, -up, k, false) + "Z";
    }

    /// <summary>A quarter from the horizontal tip to the vertical one (or back), its bulge set by <paramref name="k"/>.</summary>
    private static string Quarter(double x, double y, double rx, double ry, double k, bool isFromSide) => isFromSide
        ? $"C{N(x + rx)} {N(y + ry * k)} {N(x + rx * k)} {N(y + ry)} {N(x)} {N(y + ry)}"
        : $"C{N(x + rx * k)} {N(y + ry)} {N(x + rx)} {N(y + ry * k)} {N(x + rx)} {N(y)}";

    private static string Contours(RiskDiagram.DensityRegion region, RiskPlot plot) =>
        string.Concat(region.Contours.Where(c => c.Count > 2).Select(c =>
            $"M{string.Join('L', c.Select(p => $"{N(plot.X(p.Likelihood))} {N(plot.Y(p.Impact))}"))}Z"));
}
