namespace Weerbaar.Platform.Drawing;

/// <summary>Scenarios whose signs would touch, or a single one.</summary>
public sealed record RiskGroup(IReadOnlyList<RiskDiagram.Risk> Members, double X, double Y)
{
    /// <summary>The smallest distance at which two signs can be pointed at apart (WCAG 2.2, 2.5.8: 24 CSS pixels).</summary>
    private const double Apart = 25;

    /// <summary>How many of its numbers a bubble says beside it.</summary>
    private int MostNumbers { get; init; } = 4;

    public bool IsBubble => Members.Count > 1;

    public double Radius => IsBubble ? 11 + Math.Min(7, Math.Sqrt(Members.Count)) : 7;

    public string ShortLabel => IsBubble
        ? string.Join(" · ", Members.Take(MostNumbers).Select(m => SvgWriter.N(m.Number)))
            + (Members.Count > MostNumbers ? $" +{Members.Count - MostNumbers}" : "")
        : SvgWriter.N(Members[0].Number);

    /// <summary>The title beside the number of a scenario that stands alone.</summary>
    public string Name => IsBubble ? "" : TextMeasure.Shorten(Members[0].Title, 215, 13);

    /// <summary>What stands in a bubble: a count that is not taken for the number of a scenario.</summary>
    public static string Times(int count) => $"{count}×";

    public double ShortWidth => TextMeasure.Width(ShortLabel, 13, true);

    public static IReadOnlyList<RiskGroup> Of(IReadOnlyList<RiskDiagram.Risk> risks, RiskPlot plot)
    {
        var groups = risks.OrderBy(r => r.Number).ThenBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => new RiskGroup([r], plot.Best(r).X, plot.Best(r).Y) { MostNumbers = plot.IsNarrow ? 2 : 4 }).ToList();
        while (Closest(groups) is var (i, j))
        {
            groups[i] = groups[i].With(groups[j]);
            groups.RemoveAt(j);
        }

        return groups;
    }

    public LabelPlacement.Mark ToMark(bool mayName) => new(
        X, Y, Radius + 1, ShortWidth + (mayName && !IsBubble ? 3 + TextMeasure.Width(Name, 13) : 0), ShortWidth, 15, IsBubble);

    private RiskGroup With(RiskGroup other)
    {
        IReadOnlyList<RiskDiagram.Risk> members = [.. Members.Concat(other.Members).OrderBy(m => m.Number).ThenBy(m => m.Id, StringComparer.Ordinal)];
        var share = (double)other.Members.Count / members.Count;
        return this with { Members = members, X = X + (other.X - X) * share, Y = Y + (other.Y - Y) * share };
    }

    private static (int First, int Second)? Closest(List<RiskGroup> groups)
    {
        (int, int)? found = null;
        var least = Apart;
        for (var i = 0; i < groups.Count; i++)
        {
            for (var j = i + 1; j < groups.Count; j++)
            {
                var distance = double.Hypot(groups[i].X - groups[j].X, groups[i].Y - groups[j].Y);
                (least, found) = distance < least ? (distance, (i, j)) : (least, found);
            }
        }

        return found;
    }
}
