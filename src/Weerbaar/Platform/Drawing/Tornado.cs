namespace Weerbaar.Platform.Drawing;

/// <summary>
/// What moves a difference most: per judgement the difference at its lower and at its upper end, the widest on top. Zero is
/// always in it, with what each side of it means.
/// </summary>
public static class Tornado
{
    private const double Height = 22;

    /// <summary>The result when this one judgement is at its lower or upper end, also as the reader writes it.</summary>
    public sealed record Bar(string Label, double AtLower, double AtUpper, string AtLowerText, string AtUpperText, string? Href = null);

    /// <param name="BelowZero">What it means to end left of zero.</param>
    /// <param name="AboveZero">What it means to end right of zero.</param>
    /// <param name="Axis">What is measured along the bars.</param>
    public sealed record Input(
        string Title, string Description, string BarHead, string LowerHead, string UpperHead, string BelowZero, string AboveZero, string Axis,
        double Baseline, string BaselineText, IReadOnlyList<Bar> Bars);

    public static string Draw(Input input, DrawingOptions options)
    {
        var svg = new SvgWriter(options);
        var ends = input.Bars.SelectMany(b => new[] { b.AtLowerText, b.AtUpperText }).Select(t => TextMeasure.Width(t, 12)).DefaultIfEmpty(0).Max();
        var frame = BarFrame.Of(options, input.Title, svg, input.Bars.Select(b => b.Label), side: Math.Min(ends + 12, 90));
        var top = Legend(svg, input, frame);
        var y = top;
        double[] values = [0, input.Baseline, .. input.Bars.SelectMany(b => new[] { b.AtLower, b.AtUpper })];
        var (low, high) = (values.Min(), values.Max());
        double X(double value) => frame.Left + (high > low ? frame.Room * (value - low) / (high - low) : frame.Room / 2);
        foreach (var bar in Sorted(input))
        {
            y = Draw(svg, input, bar, frame, X, y);
        }

        Zero(svg, input, frame, X(0), top, y);
        var anchor = X(input.Baseline) > frame.Width - 60 ? "end" : X(input.Baseline) < 60 ? "start" : "middle";
        svg.Text(X(input.Baseline), y + 14, input.BaselineText, "d-small d-number", anchor);
        svg.Text(frame.Left + frame.Room / 2, y + 36, input.Axis, "d-heading", "middle");
        return svg.Finish("tornado", frame.Width, y + 46, input.Title, input.Description);
    }

    /// <summary>The line where the difference turns, and left and right of it which way.</summary>
    private static void Zero(SvgWriter svg, Input input, BarFrame frame, double x, double top, double bottom)
    {
        svg.Line(x, top - 6, x, bottom, "d-zero");
        svg.Text(x, top - 10, "0", "d-strong d-number", "middle");
        var (below, above) = ($"← {input.BelowZero}", $"{input.AboveZero} →");
        if (x - 10 - TextMeasure.Width(below, 12) > 4)
        {
            svg.Text(x - 10, top - 10, below, "d-small", "end");
        }

        if (x + 10 + TextMeasure.Width(above, 12) < frame.Width - 4)
        {
            svg.Text(x + 10, top - 10, above, "d-small");
        }
    }

    public static TableTwin ToTable(Input input) => new(
        input.Title,
        [input.BarHead, input.LowerHead, input.UpperHead],
        [.. Sorted(input).Select(b => (IReadOnlyList<TwinCell>)
            [new(b.Label, Href: b.Href), new(b.AtLowerText, IsNumber: true), new(b.AtUpperText, IsNumber: true)])]);

    private static double Draw(SvgWriter svg, Input input, Bar bar, BarFrame frame, Func<double, double> x, double y)
    {
        svg.OpenLink(bar.Href, $"{bar.Label}. {input.LowerHead}: {bar.AtLowerText}. {input.UpperHead}: {bar.AtUpperText}", "d-row");
        var top = frame.Label(svg, bar.Label, y, Height);
        Side(svg, x(input.Baseline), x(bar.AtLower), top, "d-low");
        Side(svg, x(input.Baseline), x(bar.AtUpper), top, "d-high");
        svg.Line(x(input.Baseline), top - 4, x(input.Baseline), top + Height + 4, "d-rule");
        var lowerIsLeft = bar.AtLower <= bar.AtUpper;
        var (left, right) = (x(Math.Min(bar.AtLower, bar.AtUpper)), x(Math.Max(bar.AtLower, bar.AtUpper)));
        svg.Text(Math.Min(left, x(input.Baseline)) - 5, top + 15, lowerIsLeft ? bar.AtLowerText : bar.AtUpperText, "d-small d-number", "end");
        svg.Text(Math.Max(right, x(input.Baseline)) + 5, top + 15, lowerIsLeft ? bar.AtUpperText : bar.AtLowerText, "d-small d-number");
        svg.Close();
        return top + Height + 8;
    }

    private static void Side(SvgWriter svg, double from, double to, double top, string @class) =>
        svg.Rect(Math.Min(from, to), top, Math.Abs(to - from), Height, @class);

    private static double Legend(SvgWriter svg, Input input, BarFrame frame)
    {
        var x = frame.LegendLeft;
        foreach (var (text, colour) in new[] { (input.LowerHead, "d-low"), (input.UpperHead, "d-high") })
        {
            svg.Rect(x, frame.Top, 14, 14, colour);
            svg.Text(x + 20, frame.Top + 11.5, text, "d-small");
            x += 40 + TextMeasure.Width(text, 12);
        }

        return frame.Top + 46;
    }

    private static IEnumerable<Bar> Sorted(Input input) => input.Bars.OrderByDescending(b => Math.Abs(b.AtUpper - b.AtLower));
}
