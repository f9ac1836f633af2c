using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>A line of the thread with its arrow: from side to side, or on a phone along the margin.</summary>
internal static class ThreadEdge
{
    public static void Draw(SvgWriter svg, ThreadLayout.Line line, ThreadLayout layout)
    {
        var kind = line.IsOfCurrent ? "-current" : "";
        if (layout.IsNarrow)
        {
            AlongMargin(svg, line, kind);
        }
        else if (Math.Abs(line.From.X - line.To.X) < 1)
        {
            SameColumn(svg, line, kind);
        }
        else
        {
            Across(svg, line, layout, kind);
        }
    }

    private static void Across(SvgWriter svg, ThreadLayout.Line line, ThreadLayout layout, string kind)
    {
        var isForward = line.From.X < line.To.X;
        var (x1, y1) = (isForward ? line.From.X + line.From.Width : line.From.X, line.From.MiddleY);
        var (x2, y2) = (isForward ? line.To.X - 8 : line.To.X + line.To.Width + 8, line.To.MiddleY);
        var bend = (isForward ? 1 : -1) * 26;
        var way = Between(line, layout) is { } lane
            ? $"C{N(x1 + bend)} {N(y1)} {N(lane.Left - bend)} {N(lane.Y)} {N(lane.Left)} {N(lane.Y)}H{N(lane.Right)}C{N(lane.Right + bend)} {N(lane.Y)} {N(x2 - bend)} {N(y2)} {N(x2)} {N(y2)}"
            : $"C{N(x1 + bend)} {N(y1)} {N(x2 - bend)} {N(y2)} {N(x2)} {N(y2)}";
        svg.Path($"M{N(x1)} {N(y1)}{way}", $"d-edge{kind}");
        Arrow(svg, x2, y2, isForward ? 1 : -1, kind);
        ArrowBack(svg, line, x1 + (isForward ? 8 : -8), isForward ? -1 : 1, kind);
    }

    /// <summary>A line that passes a column goes through the gap between two cards nearest to its straight way.</summary>
    private static (double Left, double Right, double Y)? Between(ThreadLayout.Line line, ThreadLayout layout)
    {
        var (low, high) = (Math.Min(line.From.X, line.To.X) + 1, Math.Max(line.From.X, line.To.X) - 1);
        var passed = layout.Boxes.Where(b => b.X > low && b.X < high).OrderBy(b => b.Y).ToList();
        if (passed.Count == 0)
        {
            return null;
        }

        var wanted = (line.From.MiddleY + line.To.MiddleY) / 2;
        double[] gaps = [passed[0].Y - 9, .. passed.Select(b => b.Y + b.Height + 7)];
        var y = gaps.Where(g => passed.All(b => g < b.Y || g > b.Y + b.Height)).DefaultIfEmpty(gaps[0]).MinBy(g => Math.Abs(g - wanted));
        var (left, right) = (passed.Min(b => b.X), passed.Max(b => b.X + b.Width));
        return line.From.X < line.To.X ? (left, right, y) : (right, left, y);
    }

    private static void SameColumn(SvgWriter svg, ThreadLayout.Line line, string kind)
    {
        var x = line.From.X + line.From.Width;
        svg.Path($"M{N(x)} {N(line.From.MiddleY)}C{N(x + 30)} {N(line.From.MiddleY)} {N(x + 34)} {N(line.To.MiddleY)} {N(x + 8)} {N(line.To.MiddleY)}", $"d-edge{kind}");
        Arrow(svg, x + 8, line.To.MiddleY, -1, kind);
        ArrowBack(svg, line, x + 8, -1, kind);
    }

    private static void AlongMargin(SvgWriter svg, ThreadLayout.Line line, string kind)
    {
        var (x, y1, y2) = (line.From.X, line.From.MiddleY, line.To.MiddleY);
        var lane = Math.Max(5, x - 14 - Math.Abs(y2 - y1) / 12);
        var turn = Math.Sign(y2 - y1) * Math.Min(12, Math.Abs(y2 - y1) / 2);
        svg.Path($"M{N(x)} {N(y1)}H{N(lane + 12)}Q{N(lane)} {N(y1)} {N(lane)} {N(y1 + turn)}V{N(y2 - turn)}Q{N(lane)} {N(y2)} {N(lane + 12)} {N(y2)}H{N(x - 8)}", $"d-edge{kind}");
        Arrow(svg, x - 8, y2, 1, kind);
        ArrowBack(svg, line, x - 8, 1, kind);
    }

    private static void ArrowBack(SvgWriter svg, ThreadLayout.Line line, double x, int direction, string kind)
    {
        if (line.IsBothWays)
        {
            Arrow(svg, x, line.From.MiddleY, direction, kind);
        }
    }

    private static void Arrow(SvgWriter svg, double x, double y, int direction, string kind) =>
        svg.Path($"M{N(x + direction * 7)} {N(y)}L{N(x - direction * 2)} {N(y - 4.5)}V{N(y + 4.5)}Z", $"d-arrow{kind}");
}
