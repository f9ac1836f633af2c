namespace Weerbaar.Platform.Drawing;

/// <summary>The sign or bubble of a group of scenarios, with its label and with what it says when pointed at.</summary>
internal static class RiskMark
{
    public static void Draw(SvgWriter svg, RiskGroup group, LabelPlacement.Label label, RiskDiagram.Input input, RiskDiagram.Words words, RiskPlot plot)
    {
        var name = RiskSentence.Of(group, input, words);
        svg.OpenLink(group.IsBubble ? input.ListHref : group.Members[0].Href, name, group.IsBubble ? "d-risk d-group" : "d-risk");
        if (!svg.Options.IsFile)
        {
            Lit(svg, group, plot);
        }

        if (label.IsFar)
        {
            var box = label.Box;
            svg.Line(group.X, group.Y, Math.Clamp(group.X, box.X, box.Right), Math.Clamp(group.Y, box.Y, box.Bottom), "d-thin");
        }

        Sign(svg, group);
        if (!label.IsNone)
        {
            svg.Text(label.Box.X, label.Box.Y + 12, group.ShortLabel, "d-label d-halo");
        }

        if (!label.IsShort)
        {
            svg.Text(label.Box.X + group.ShortWidth + 3, label.Box.Y + 12, group.Name, "d-name d-halo");
        }

        if (!svg.Options.IsFile && !plot.IsNarrow)
        {
            Readout(svg, group, input, words, plot);
        }

        svg.Close();
    }

    private static void Lit(SvgWriter svg, RiskGroup group, RiskPlot plot)
    {
        foreach (var risk in group.Members)
        {
            RiskArea.Draw(svg, risk, plot, "d-area d-lit");
        }

        svg.Circle(group.X, group.Y, 12, "d-hit");
    }

    private static void Sign(SvgWriter svg, RiskGroup group)
    {
        if (!svg.Options.IsFile)
        {
            svg.Circle(group.X, group.Y, group.Radius + 4, "d-focus d-hit");
        }

        if (!group.IsBubble)
        {
            var risk = group.Members[0];
            ThemeMark.Draw(svg, risk.ThemeIndex, group.X, group.Y, 7, risk.Likelihood!.Best is null || risk.Impact!.Best is null);
            return;
        }

        svg.Circle(group.X, group.Y, group.Radius, "d-bubble");
        svg.Text(group.X, group.Y + 4.5, RiskGroup.Times(group.Members.Count), "d-count", "middle");
    }

    private static void Readout(SvgWriter svg, RiskGroup group, RiskDiagram.Input input, RiskDiagram.Words words, RiskPlot plot)
    {
        var (first, second) = RiskSentence.Lines(group, input, words);
        var width = plot.DrawingWidth - plot.Left - 12;
        svg.Open("g", ("class", "d-readout"), ("aria-hidden", "true"));
        svg.Text(plot.Left, plot.Top - 30, TextMeasure.Shorten(first, width, 15, true), "d-readout-title d-strong");
        svg.Text(plot.Left, plot.Top - 12, TextMeasure.Shorten(second, width, 13), "d-muted");
        svg.Close();
    }
}
