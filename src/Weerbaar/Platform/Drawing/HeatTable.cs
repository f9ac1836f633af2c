using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>A matrix at a glance: rows × columns, each cell with a word or number and one of five levels of the ramp.</summary>
public static class HeatTable
{
    private const double SmallestCell = 33;

    /// <summary>A cell: its text, its level from 0 (light) to 4 (dark) or none, and where it leads.</summary>
    public sealed record Cell(string Text, int? Level, string? Href = null);

    public sealed record Row(string Label, IReadOnlyList<Cell> Cells, string? Href = null);

    /// <summary>What to draw; <see cref="Levels"/> names the five levels for the legend.</summary>
    public sealed record Input(
        string Title, string Description, string RowHead, IReadOnlyList<string> Columns, IReadOnlyList<Row> Rows, IReadOnlyList<string> Levels);

    public static string Draw(Input input, DrawingOptions options)
    {
        var svg = new SvgWriter(options);
        var frame = BarFrame.Of(options, input.Title, svg, input.Rows.Select(r => r.Label));
        var left = options.IsNarrow ? 116 : frame.Left;
        var most = Math.Max(1, (int)((frame.Width - left - 2) / SmallestCell));
        var cell = Math.Clamp((frame.Width - left - 2) / Math.Max(1, Math.Min(most, input.Columns.Count)), SmallestCell, 130);
        var blocks = Math.Max(1, (input.Columns.Count + most - 1) / most);
        var y = frame.Top;
        for (var block = 0; block < blocks; block++)
        {
            y = Block(svg, input, (block * most)..Math.Min(input.Columns.Count, (block + 1) * most), left, cell, y);
        }

        return svg.Finish("heat", frame.Width, Legend(svg, input, frame, y), input.Title, input.Description);
    }

    public static TableTwin ToTable(Input input) => new(
        input.Title,
        [input.RowHead, .. input.Columns],
        [.. input.Rows.Select(r => (IReadOnlyList<TwinCell>)
            [new(r.Label, Href: r.Href), .. r.Cells.Select(c => new TwinCell(c.Text, Href: c.Href))])]);

    /// <summary>So many columns as fit; the rest comes in a next block below, so that every cell stays legible.</summary>
    private static double Block(SvgWriter svg, Input input, Range columns, double left, double cell, double top)
    {
        var heads = input.Columns.Take(columns).ToList();
        var y = Heads(svg, heads, left, cell, top);
        foreach (var row in input.Rows)
        {
            DrawRow(svg, row, left, y);
            foreach (var (k, item) in row.Cells.Take(columns).Index())
            {
                DrawCell(svg, item, $"{row.Label}, {heads[k]}: {item.Text}", left + k * cell, y, cell);
            }

            y += RowHeight(svg);
        }

        return y + 14;
    }

    private static double Heads(SvgWriter svg, List<string> columns, double left, double cell, double top)
    {
        var isUpright = columns.All(c => c.Split(' ').All(w => TextMeasure.Width(w, 12) <= cell - 6));
        var height = isUpright ? 50 : 20 + Math.Min(130, columns.Select(c => TextMeasure.Width(c, 12)).DefaultIfEmpty(0).Max());
        foreach (var (k, column) in columns.Index())
        {
            var (x, y) = (left + k * cell + cell / 2, top + height - 8);
            if (isUpright)
            {
                var lines = TextMeasure.Wrap(column, cell - 6, 12, 3);
                svg.Lines(x, y - (lines.Count - 1) * 15, lines, 15, "d-small", "middle");
                continue;
            }

            svg.Text(x + 4, y, TextMeasure.Shorten(column, height - 12, 12), "d-small", null, $"rotate(-90 {N(x + 4)} {N(y)})");
        }

        return top + height;
    }

    private static void DrawRow(SvgWriter svg, Row row, double left, double y)
    {
        svg.OpenLink(row.Href, row.Label, "d-row");
        svg.Rect(0, y + 2, left - 6, RowHeight(svg) - 4, "d-hit d-focus");
        var lines = TextMeasure.Wrap(row.Label, left - 14, 13, svg.Options.IsNarrow ? 2 : 1);
        svg.Lines(4, y + RowHeight(svg) / 2 + 4.5 - (lines.Count - 1) * 8, lines, 16, row.Href is null ? "d-name" : "d-name d-link");
        svg.Close();
    }

    private static void DrawCell(SvgWriter svg, Cell item, string name, double x, double y, double width)
    {
        var step = item.Level is { } level ? Ramp.Step(level, 5) : (int?)null;
        svg.OpenLink(item.Href, name, "d-row");
        svg.Rect(x + 1, y + 1, width - 2, RowHeight(svg) - 2, step is null ? "d-empty d-focus" : $"d-cell d-c{step} d-focus");
        svg.Text(x + width / 2, y + RowHeight(svg) / 2 + 4.5, TextMeasure.Shorten(item.Text, width - 2, 12), step is null ? "d-small" : $"d-part d-on-c{step}", "middle");
        svg.Close();
    }

    private static double RowHeight(SvgWriter svg) => svg.Options.IsNarrow ? 40 : 30;

    private static double Legend(SvgWriter svg, Input input, BarFrame frame, double y)
    {
        var x = 4.0;
        foreach (var (k, level) in input.Levels.Index())
        {
            var width = 34 + TextMeasure.Width(level, 12);
            if (x + width > frame.Width && x > 4)
            {
                (x, y) = (4, y + 20);
            }

            svg.Rect(x, y, 14, 14, $"d-cell d-c{Ramp.Step(k, input.Levels.Count)}");
            svg.Text(x + 20, y + 11.5, level, "d-small");
            x += width;
        }

        return y + (input.Levels.Count > 0 ? 24 : 0);
    }
}
