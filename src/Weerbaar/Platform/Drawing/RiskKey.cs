namespace Weerbaar.Platform.Drawing;

/// <summary>The list of numbers and titles inside a diagram that leaves the page; on a page it stands under the diagram, with links.</summary>
internal static class RiskKey
{
    public static double Draw(SvgWriter svg, RiskDiagram.Input input, RiskPlot plot, double y)
    {
        var risks = input.Risks.Where(r => r is { Likelihood: not null, Impact: not null }).OrderBy(r => r.Number).ToList();
        if (risks.Count == 0 || !svg.Options.IsFile)
        {
            return y + 8;
        }

        var columns = plot.IsNarrow ? 1 : 3;
        var rows = (risks.Count + columns - 1) / columns;
        var width = (plot.DrawingWidth - 24) / columns;
        foreach (var (i, risk) in risks.Index())
        {
            Row(svg, risk, 8 + i / rows * width, y + 26 + i % rows * (plot.IsNarrow ? 26 : 20), width - 8);
        }

        return y + 26 + rows * (plot.IsNarrow ? 26 : 20);
    }

    private static void Row(SvgWriter svg, RiskDiagram.Risk risk, double x, double y, double width)
    {
        ThemeMark.Draw(svg, risk.ThemeIndex, x + 8, y - 4.5, 6);
        svg.Text(x + 40, y, SvgWriter.N(risk.Number), "d-strong d-number", "end");
        svg.Text(x + 48, y, TextMeasure.Shorten(risk.Title, width - 50, 13), "d-name");
    }
}
