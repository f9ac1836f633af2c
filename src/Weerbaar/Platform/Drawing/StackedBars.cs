using System.Globalization;

namespace Weerbaar.Platform.Drawing;

/// <summary>Shares of a whole per row, for instance how often a scenario takes each rank. The first part is the darkest.</summary>
public static class StackedBars
{
    private const double Bar = 24;

    public sealed record Row(string Label, IReadOnlyList<double> Shares, string? Href = null);

    public sealed record Input(string Title, string Description, CultureInfo Culture, string RowHead, IReadOnlyList<string> Parts, IReadOnlyList<Row> Rows);

    public static string Draw(Input input, DrawingOptions options)
    {
        var svg = new SvgWriter(options);
        var frame = BarFrame.Of(options, input.Title, svg, input.Rows.Select(r => r.Label));
        var y = Legend(svg, input, frame);
        foreach (var row in input.Rows)
        {
            svg.OpenLink(row.Href, $"{row.Label}: {string.Join(", ", row.Shares.Zip(input.Parts, (s, p) => $"{p} {Percent(s, input)}"))}", "d-row");
            var top = frame.Label(svg, row.Label, y, Bar);
            Parts(svg, input, row, frame, top);
            svg.Close();
            y = top + Bar + 8;
        }

        return svg.Finish("bars", frame.Width, y + 4, input.Title, input.Description);
    }

    public static TableTwin ToTable(Input input) => new(
        input.Title,
        [input.RowHead, .. input.Parts],
        [.. input.Rows.Select(r => (IReadOnlyList<TwinCell>)
            [new(r.Label, Href: r.Href), .. r.Shares.Select(s => new TwinCell(Percent(s, input), IsNumber: true))])]);

    private static void Parts(SvgWriter svg, Input input, Row row, BarFrame frame, double top)
    {
        var total = Math.Max(1, row.Shares.Sum(s => Math.Max(0, s)));
        var x = frame.Left;
        foreach (var (k, share) in row.Shares.Index())
        {
            var width = frame.Room * Math.Max(0, share) / total;
            var step = Step(k, input.Parts.Count);
            svg.Rect(x, top, width, Bar, $"d-gap d-s{step}");
            var text = Percent(share, input);
            if (TextMeasure.Width(text, 12) + 4 < width)
            {
                svg.Text(x + width / 2, top + 16.5, text, $"d-part d-on-s{step}", "middle");
            }

            x += width;
        }

        svg.Rect(frame.Left, top, frame.Room, Bar, "d-thin");
    }

    private static double Legend(SvgWriter svg, Input input, BarFrame frame)
    {
        var (x, y) = (frame.LegendLeft, frame.Top);
        foreach (var (k, part) in input.Parts.Index())
        {
            var width = 22 + TextMeasure.Width(part, 12) + 14;
            if (x + width > frame.Width && x > frame.LegendLeft)
            {
                (x, y) = (frame.LegendLeft, y + 20);
            }

            svg.Rect(x, y, 14, 14, $"d-cell d-s{Step(k, input.Parts.Count)}");
            svg.Text(x + 20, y + 11.5, TextMeasure.Shorten(part, frame.Width - x - 24, 12), "d-small");
            x += width;
        }

        return y + 28;
    }

    private static string Percent(double share, Input input) => (share * 100).ToString("0.#", input.Culture) + "%";

    private static int Step(int k, int count) => Ramp.Steps - (count <= 1 ? 0 : (int)Math.Round((Ramp.Steps - 1.0) * k / (count - 1)));
}
