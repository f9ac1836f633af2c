using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>Beside or under the plot: the themes with their signs, how to read the diagram, and what could not be placed.</summary>
internal sealed class RiskLegend
{
    private const int MostLines = 8;

    private readonly SvgWriter svg;
    private readonly double left;
    private readonly double width;
    private double y;

    private RiskLegend(SvgWriter svg, RiskPlot plot, double top)
    {
        this.svg = svg;
        (left, y) = (plot.IsNarrow ? 8 : plot.Right + 26, top - 4);
        width = plot.DrawingWidth - left - 8;
    }

    /// <summary>Draws it and returns how high the drawing becomes.</summary>
    public static double Draw(SvgWriter svg, RiskDiagram.Input input, List<RiskDiagram.Risk> placed, RiskDiagram.Words words, RiskPlot plot, double top, double below)
    {
        var legend = new RiskLegend(svg, plot, top);
        legend.Themes(input, words);
        legend.Reading(placed, words, plot);
        legend.Unplaced(input, words);
        var height = Math.Max(legend.y, below);
        return RiskKey.Draw(svg, input, plot, Invented(svg, input, words, plot, height));
    }

    private static double Invented(SvgWriter svg, RiskDiagram.Input input, RiskDiagram.Words words, RiskPlot plot, double y)
    {
        if (!input.Risks.Any(r => r.IsInvented))
        {
            return y;
        }

        var left = plot.IsNarrow ? 8 : plot.Left;
        var lines = TextMeasure.Wrap(words.Invented, plot.DrawingWidth - left - 12, 13, 3, true);
        svg.Lines(left, y + 22, lines, 18, "d-strong");
        return y + 22 + lines.Count * 18;
    }

    private void Themes(RiskDiagram.Input input, RiskDiagram.Words words)
    {
        var themes = input.Risks.GroupBy(r => r.ThemeIndex).OrderBy(g => g.Key).ToList();
        if (themes.Count == 0)
        {
            return;
        }

        Heading(words.Themes);
        foreach (var theme in themes)
        {
            Item(theme.First().ThemeTitle, (x, line) => ThemeMark.Draw(svg, theme.Key, x, line, 7));
        }
    }

    private void Reading(List<RiskDiagram.Risk> placed, RiskDiagram.Words words, RiskPlot plot)
    {
        if (placed.Count == 0)
        {
            return;
        }

        y += 12;
        Heading(words.Reading);
        var isCounted = placed.Any(r => r.Regions is { Count: > 0 });
        ItemIf(isCounted, words.DenseMeans, (x, line) => Area(x, line, "d-area-dense"));
        Item(isCounted ? words.WholeMeans : words.AreaMeans, (x, line) => Area(x, line, isCounted ? "" : "d-area-dense"));
        ItemIf(placed.Any(HasBest), words.BestMeans, (x, line) => ThemeMark.Draw(svg, 0, x, line, 6.5));
        ItemIf(!placed.All(HasBest), words.ClassOnlyMeans, (x, line) => ThemeMark.Draw(svg, 0, x, line, 6.5, isOpen: true));
        ItemIf(RiskGroup.Of(placed, plot).Any(g => g.IsBubble), words.BubbleMeans, Bubble);
        ItemIf(placed.Any(r => r.IsUnverified), words.UnverifiedMeans, (x, line) => Area(x, line, "d-unverified"));
    }

    private void Area(double x, double line, string look) =>
        svg.Empty("ellipse", ("cx", N(x)), ("cy", N(line)), ("rx", "10"), ("ry", "7"), ("class", $"d-area d-t7 {look}".TrimEnd()));

    private void Unplaced(RiskDiagram.Input input, RiskDiagram.Words words)
    {
        var unplaced = input.Risks.Where(r => r.Likelihood is null || r.Impact is null).OrderBy(r => r.Number).ToList();
        if (unplaced.Count == 0)
        {
            return;
        }

        y += 12;
        Heading(words.Unplaced);
        foreach (var risk in unplaced)
        {
            svg.OpenLink(risk.Href, RiskSentence.Of(risk, input, words), "d-unplaced");
            Item($"{risk.Number} {risk.Title}", (x, line) => ThemeMark.Draw(svg, risk.ThemeIndex, x, line, 7, isOpen: true), "d-link");
            svg.Close();
        }
    }

    private void Bubble(double x, double line)
    {
        svg.Circle(x, line, 11, "d-bubble");
        svg.Text(x, line + 4.5, RiskGroup.Times(3), "d-count", "middle");
    }

    private void Heading(string text)
    {
        y += 10;
        var lines = TextMeasure.Wrap(text, width, 13, 2, true);
        svg.Lines(left, y, lines, 16, "d-heading");
        y += 6 + (lines.Count - 1) * 16;
    }

    private void ItemIf(bool isShown, string text, Action<double, double> sign)
    {
        if (isShown)
        {
            Item(text, sign);
        }
    }

    private void Item(string text, Action<double, double> sign, string @class = "d-name")
    {
        var lines = TextMeasure.Wrap(text, width - 28, 13, MostLines);
        svg.Rect(left, y, width, 8 + lines.Count * 16, "d-hit d-focus", 4);
        sign(left + 10, y + 12);
        svg.Lines(left + 28, y + 16.5, lines, 16, @class);
        y += 9 + lines.Count * 16;
    }

    private static bool HasBest(RiskDiagram.Risk risk) => risk is { Likelihood.Best: not null, Impact.Best: not null };
}
