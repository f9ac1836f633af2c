namespace Weerbaar.Platform.Drawing;

/// <summary>A rectangle on the drawing.</summary>
public readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public static Box Around(double x, double y, double radius) => new(x - radius, y - radius, 2 * radius, 2 * radius);

    public double Overlap(Box other) =>
        Math.Max(0, Math.Min(Right, other.Right) - Math.Max(X, other.X)) *
        Math.Max(0, Math.Min(Bottom, other.Bottom) - Math.Max(Y, other.Y));

    public bool Holds(Box other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;
}

/// <summary>
/// Puts labels beside their marks so that they hide neither each other nor a mark. Greedy: the most crowded mark
/// chooses first among eight directions at three distances, the long text first, then the short one. A mark that says enough
/// by itself chooses last, and goes without a label rather than hide another.
/// </summary>
public static class LabelPlacement
{
    private static readonly (double X, double Y, double Cost)[] directions =
    [
        (1, 0, 0), (-1, 0, 1), (0, -1, 2), (0, 1, 2), (0.75, -0.75, 3), (0.75, 0.75, 3), (-0.75, -0.75, 4), (-0.75, 0.75, 4),
    ];

    private static readonly double[] gaps = [3, 11, 22];

    /// <summary>What a label may cost before the mark goes without: a far place is no reason, another word under it is.</summary>
    private const double Without = 80;

    public sealed record Mark(double X, double Y, double Radius, double LongWidth, double ShortWidth, double Height, bool MayGoWithout = false);

    public sealed record Label(Box Box, bool IsShort, bool IsFar)
    {
        public bool IsNone => Box.Width == 0;
    }

    public static IReadOnlyList<Label> Place(IReadOnlyList<Mark> marks, Box bounds)
    {
        var obstacles = marks.Select(m => Box.Around(m.X, m.Y, m.Radius)).ToList();
        var labels = new Label[marks.Count];
        foreach (var i in Enumerable.Range(0, marks.Count).OrderBy(i => marks[i].MayGoWithout).ThenByDescending(i => Crowd(marks, i)).ThenBy(i => i))
        {
            labels[i] = Best(marks[i], obstacles, bounds);
            obstacles.Add(labels[i].Box);
        }

        return labels;
    }

    private static int Crowd(IReadOnlyList<Mark> marks, int i) =>
        marks.Count(m => Math.Abs(m.X - marks[i].X) < 90 && Math.Abs(m.Y - marks[i].Y) < 50);

    private static Label Best(Mark mark, List<Box> obstacles, Box bounds) =>
        Candidates(mark).MinBy(c => Cost(c.Label, c.Cost, obstacles, bounds)).Label;

    private static IEnumerable<(Label Label, double Cost)> Candidates(Mark mark)
    {
        if (mark.MayGoWithout)
        {
            yield return (new(new(mark.X, mark.Y, 0, 0), IsShort: true, IsFar: false), Without);
        }

        foreach (var isShort in mark.LongWidth > mark.ShortWidth ? [false, true] : new[] { true })
        {
            var width = isShort ? mark.ShortWidth : mark.LongWidth;
            foreach (var (step, gap) in gaps.Index())
            {
                foreach (var (dx, dy, cost) in directions)
                {
                    var away = mark.Radius + gap;
                    var box = new Box(
                        mark.X + dx * away - width * (1 - dx) / 2 + (Math.Abs(dx) is > 0 and < 1 ? dx * width / 8 : 0),
                        mark.Y + dy * away - mark.Height * (1 - dy) / 2,
                        width,
                        mark.Height);
                    yield return (new Label(box, isShort, step > 0), cost + step * 12 + (isShort ? 40 : 0));
                }
            }
        }
    }

    private static double Cost(Label label, double cost, List<Box> obstacles, Box bounds) =>
        cost + obstacles.Sum(o => o.Overlap(label.Box)) * (label.IsShort ? 1 : 2) + (bounds.Holds(label.Box) ? 0 : 100_000);
}
