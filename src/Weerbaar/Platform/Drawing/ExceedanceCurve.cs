using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>How probable it is that an amount is exceeded: a falling line, both axes in steps of ten.</summary>
public static class ExceedanceCurve
{
    private const double LabelRoom = 62;

    /// <summary>The probability, above 0, that <paramref name="Amount"/>, above 0, is exceeded.</summary>
    public sealed record Point(double Amount, double Probability);

    /// <summary>A point of the line that is pointed out, with what it says.</summary>
    public sealed record Mark(Point At, string Text);

    /// <summary>What to draw, the points by rising amount; the functions write amounts and probabilities for the reader.</summary>
    public sealed record Input(
        string Title, string Description, string AmountHead, string ProbabilityHead, IReadOnlyList<Point> Points, IReadOnlyList<Mark> Marks,
        Func<double, string> Amount, Func<double, string> Probability);

    private sealed record Plot(double Left, double Top, double Width, double Height, int FirstX, int LastX, int FirstY)
    {
        public double X(double amount) => Left + (Width * (Math.Log10(amount) - FirstX) / (LastX - FirstX));

        public double Y(double probability) => Top + (Height * Math.Min(0, Math.Log10(probability)) / FirstY);
    }

    public static string Draw(Input input, DrawingOptions options)
    {
        var svg = new SvgWriter(options);
        var frame = BarFrame.Of(options, input.Title, svg, []);
        var plot = PlotOf(input, frame);
        svg.Rect(plot.Left, plot.Top, plot.Width, plot.Height, "d-ground");
        Amounts(svg, input, plot);
        Probabilities(svg, input, plot);
        svg.Path("M" + string.Join('L', input.Points.Select(p => $"{N(plot.X(p.Amount))} {N(plot.Y(p.Probability))}")), "d-spark");
        input.Marks.ToList().ForEach(mark => Draw(svg, mark, plot));
        svg.Text(plot.Left, plot.Top - 10, $"↑ {input.ProbabilityHead}", "d-heading");
        svg.Text(plot.Left + plot.Width, plot.Top + plot.Height + 42, $"{input.AmountHead} →", "d-heading", "end");
        return svg.Finish("curve", frame.Width, plot.Top + plot.Height + 52, input.Title, input.Description);
    }

    public static TableTwin ToTable(Input input) => new(
        input.Title,
        [input.AmountHead, input.ProbabilityHead],
        [.. input.Points.Concat(input.Marks.Select(m => m.At)).OrderBy(p => p.Amount).Select(p => (IReadOnlyList<TwinCell>)
            [new(input.Amount(p.Amount), IsNumber: true), new(input.Probability(p.Probability), IsNumber: true)])]);

    private static Plot PlotOf(Input input, BarFrame frame)
    {
        var all = input.Points.Concat(input.Marks.Select(m => m.At)).ToList();
        var (low, high) = ((int)Math.Floor(Math.Log10(all.Min(p => p.Amount))), (int)Math.Ceiling(Math.Log10(all.Max(p => p.Amount))));
        var rarest = (int)Math.Floor(Math.Log10(all.Min(p => p.Probability)));
        var left = frame.IsNarrow ? 58.0 : 90;
        return new(left, frame.Top + 24, frame.Width - left - 16, frame.IsNarrow ? 260 : 340, low, Math.Max(high, low + 1), Math.Min(rarest, -1));
    }

    private static void Amounts(SvgWriter svg, Input input, Plot plot)
    {
        var step = Math.Max(1, (int)Math.Ceiling(LabelRoom * (plot.LastX - plot.FirstX) / plot.Width));
        for (var decade = plot.FirstX; decade <= plot.LastX; decade++)
        {
            var x = plot.X(Math.Pow(10, decade));
            svg.Line(x, plot.Top, x, plot.Top + plot.Height, "d-grid");
            if ((decade - plot.FirstX) % step == 0)
            {
                var anchor = decade == plot.FirstX ? "start" : decade == plot.LastX ? "end" : "middle";
                svg.Text(x, plot.Top + plot.Height + 18, input.Amount(Math.Pow(10, decade)), "d-small d-number", anchor);
            }
        }
    }

    private static void Probabilities(SvgWriter svg, Input input, Plot plot)
    {
        for (var decade = 0; decade >= plot.FirstY; decade--)
        {
            var y = plot.Y(Math.Pow(10, decade));
            svg.Line(plot.Left, y, plot.Left + plot.Width, y, "d-grid");
            svg.Text(plot.Left - 8, y + 4.5, input.Probability(Math.Pow(10, decade)), "d-small d-number", "end");
        }
    }

    private static void Draw(SvgWriter svg, Mark mark, Plot plot)
    {
        var (x, y) = (plot.X(mark.At.Amount), plot.Y(mark.At.Probability));
        svg.Line(plot.Left, y, x, y, "d-target");
        svg.Line(x, y, x, plot.Top + plot.Height, "d-target");
        svg.Circle(x, y, 5, "d-accent");
        var isLeft = x > plot.Left + (plot.Width / 2);
        svg.Text(x + (isLeft ? -10 : 10), y + (isLeft ? 18 : -8), mark.Text, "d-label d-halo", isLeft ? "end" : "start");
    }
}
