namespace Weerbaar.Platform.Drawing;

/// <summary>Where labels and bars stand: labels left of the bars at a desk, above them on a phone.</summary>
internal sealed record BarFrame(double Width, double Left, double Room, double Top, bool IsNarrow)
{
    public double LegendLeft => IsNarrow ? 4 : Left;

    public static BarFrame Of(DrawingOptions options, string title, SvgWriter svg, IEnumerable<string> labels, double side = 4)
    {
        var top = options.IsFile ? 46.0 : 6;
        var width = options.IsNarrow ? 360.0 : 960;
        if (options.IsFile)
        {
            svg.Text(4, 26, TextMeasure.Shorten(title, width - 8, 19, true), "d-title");
        }

        var longest = labels.Select(l => TextMeasure.Width(l, 13)).DefaultIfEmpty(0).Max();
        var left = options.IsNarrow ? side : Math.Clamp(longest + 20, 80, 280) + side - 4;
        return new(width, left, width - left - side, top, options.IsNarrow);
    }

    /// <summary>Writes the label of a row that begins at <paramref name="y"/> and returns where its bar begins.</summary>
    public double Label(SvgWriter svg, string label, double y, double bar)
    {
        svg.Rect(0, y, Width, bar + (IsNarrow ? 20 : 0), "d-hit d-focus");
        if (IsNarrow)
        {
            svg.Text(4, y + 13, TextMeasure.Shorten(label, Width - 8, 13), "d-name");
            return y + 20;
        }

        svg.Text(4, y + bar / 2 + 4.5, TextMeasure.Shorten(label, 270, 13), "d-name");
        return y;
    }
}
