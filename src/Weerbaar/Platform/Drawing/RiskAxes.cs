using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>The ground, the class strips with their letters, the bounds and the names of both axes.</summary>
internal static class RiskAxes
{
    private const double Strip = 24;

    public static void Draw(SvgWriter svg, RiskPlot plot)
    {
        svg.Rect(plot.Left, plot.Top, plot.Width, plot.Height, "d-ground");
        Impact(svg, plot);
        Likelihood(svg, plot);
        svg.Empty("rect", ("x", N(plot.Left)), ("y", N(plot.Top)), ("width", N(plot.Width)), ("height", N(plot.Height)), ("class", "d-rule"));
    }

    /// <summary>What stands under the plot; returns where it ends.</summary>
    public static double Explain(SvgWriter svg, RiskPlot plot, RiskDiagram.Words words)
    {
        var y = plot.Bottom + Strip + 16;
        if (!plot.IsNarrow)
        {
            y = ClassWords(svg, plot, y) + 30;
            svg.Text(plot.Left + plot.Width / 2, y, plot.Likelihood.Title, "d-heading", "middle");
            return y + 14;
        }

        svg.Text(plot.Left + plot.Width, y + 2, $"{plot.Likelihood.Title} →", "d-heading", "end");
        y = Key(svg, plot, plot.Likelihood, y + 28);
        return Key(svg, plot, plot.Impact, y + 12);
    }

    private static void Impact(SvgWriter svg, RiskPlot plot)
    {
        var axis = plot.Impact;
        var height = plot.Height - plot.FloorHeight;
        foreach (var (k, known) in axis.Classes.Index())
        {
            var (low, high) = (plot.ClassesBottom - height * axis.EdgePosition(k), plot.ClassesBottom - height * axis.EdgePosition(k + 1));
            Cell(svg, plot.Left - Strip, high, Strip, low - high, k, axis.Classes.Count, known.Letter);
            if (k > 0 || plot.FloorHeight > 0)
            {
                svg.Line(plot.Left, low, plot.Right, low, "d-grid");
                Bound(svg, plot, k, low);
            }

            if (!plot.IsNarrow)
            {
                var lines = TextMeasure.Wrap(known.Label, 84, 13, 2);
                svg.Lines(plot.Left - Strip - 8, (low + high) / 2 + 4.5 - (lines.Count - 1) * 8, lines, 16, "d-name", "end");
            }
        }

        Floor(svg, plot);
        ImpactTitle(svg, plot);
    }

    /// <summary>A bound of impact is printed only when it has a unit; a weighted sum says nothing by itself.</summary>
    private static void Bound(SvgWriter svg, RiskPlot plot, int k, double y)
    {
        if (plot.Impact.Unit.Length > 0 && plot.Impact.EdgeText(k) is { } bound)
        {
            svg.Text(plot.Left + 5, y - 4, bound, "d-small d-number d-halo");
        }
    }

    private static void Floor(SvgWriter svg, RiskPlot plot)
    {
        if (plot.FloorHeight > 0)
        {
            svg.Rect(plot.Left - Strip, plot.ClassesBottom, Strip, plot.FloorHeight, "d-empty");
            svg.Text(plot.Left - Strip / 2, plot.Bottom - plot.FloorHeight / 2 + 4.5, "X", "d-strong", "middle");
        }
    }

    private static void ImpactTitle(SvgWriter svg, RiskPlot plot)
    {
        if (plot.IsNarrow)
        {
            svg.Text(plot.Left - Strip, plot.Top - 10, $"↑ {plot.Impact.Title}", "d-heading");
            return;
        }

        var middle = plot.Top + plot.Height / 2;
        svg.Text(18, middle, plot.Impact.Title, "d-heading", "middle", $"rotate(-90 18 {N(middle)})");
    }

    private static void Likelihood(SvgWriter svg, RiskPlot plot)
    {
        var axis = plot.Likelihood;
        foreach (var (k, known) in axis.Classes.Index())
        {
            var (low, high) = (plot.Left + plot.Width * axis.EdgePosition(k), plot.Left + plot.Width * axis.EdgePosition(k + 1));
            Cell(svg, low, plot.Bottom, high - low, Strip, k, axis.Classes.Count, known.Letter);
            if (k > 0)
            {
                svg.Line(low, plot.Top, low, plot.Bottom, "d-grid");
            }
        }
    }

    private static double ClassWords(SvgWriter svg, RiskPlot plot, double y)
    {
        var axis = plot.Likelihood;
        for (var k = 0; k <= axis.Classes.Count; k++)
        {
            if (axis.EdgeText(k) is { } bound)
            {
                svg.Text(plot.Left + plot.Width * axis.EdgePosition(k), y, bound, "d-small d-number", "middle");
            }
        }

        foreach (var (k, known) in axis.Classes.Index())
        {
            var (low, high) = (axis.EdgePosition(k) * plot.Width, axis.EdgePosition(k + 1) * plot.Width);
            svg.Lines(plot.Left + (low + high) / 2, y + 20, TextMeasure.Wrap(known.Label, high - low - 6, 13, 2), 16, "d-name", "middle");
        }

        return y + 36;
    }

    private static double Key(SvgWriter svg, RiskPlot plot, ClassAxis axis, double y)
    {
        svg.Text(8, y, axis.Title, "d-heading");
        foreach (var (k, known) in axis.Classes.Index())
        {
            var row = y + 10 + k * 24;
            Cell(svg, 8, row, 22, 20, k, axis.Classes.Count, known.Letter);
            svg.Text(38, row + 14.5, known.Label, "d-name");
            svg.Text(plot.DrawingWidth - 8, row + 14.5, axis.Write(known.Lower, known.Upper), "d-small d-number", "end");
        }

        return y + 10 + axis.Classes.Count * 24 + 10;
    }

    private static void Cell(SvgWriter svg, double x, double y, double width, double height, int k, int count, string letter)
    {
        var step = Ramp.Step(k, count);
        svg.Rect(x, y, width, height, $"d-cell d-c{step}");
        svg.Text(x + width / 2, y + height / 2 + 4.5, letter, $"d-strong d-on-c{step}", "middle");
    }
}
