namespace Weerbaar.Platform.Drawing;

/// <summary>What the diagram says in words: for the accessible names, the read-out line and the list of unplaced scenarios.</summary>
internal static class RiskSentence
{
    public static string Of(RiskGroup group, RiskDiagram.Input input, RiskDiagram.Words words) => group.IsBubble
        ? $"{Count(group, words)}: {string.Join("; ", group.Members.Select(m => Of(m, input, words)))}"
        : Of(group.Members[0], input, words);

    public static (string First, string Second) Lines(RiskGroup group, RiskDiagram.Input input, RiskDiagram.Words words)
    {
        var risk = group.Members[0];
        return group.IsBubble
            ? (Count(group, words), string.Join(" · ", group.Members.Select(m => $"{m.Number} {m.Title}")))
            : ($"{risk.Number} {risk.Title}", $"{Judged(risk, input, words)}{Remarks(risk, words)}");
    }

    public static string Of(RiskDiagram.Risk risk, RiskDiagram.Input input, RiskDiagram.Words words) =>
        $"{risk.Number} {risk.Title}. {risk.ThemeTitle}. {Judged(risk, input, words)}{Remarks(risk, words)}";

    public static string Judged(RiskDiagram.Risk risk, RiskDiagram.Input input, RiskDiagram.Words words) =>
        $"{words.Likelihood}: {Of(risk.Likelihood, input.Likelihood, words)}. {words.Impact}: {Of(risk.Impact, input.Impact, words)}.";

    public static string Of(RiskDiagram.Range? range, ClassAxis axis, RiskDiagram.Words words)
    {
        if (range is null)
        {
            return words.NoClass;
        }

        if (RiskPlot.IsNothing(range))
        {
            return words.NoImpact;
        }

        var interval = axis.Write(range.Lower, range.Upper);
        return range.Best is { } best
            ? $"{Class(axis, best, best)}, {axis.Write(best)}{(range.Lower < range.Upper ? $" ({interval})" : "")}"
            : $"{Class(axis, range.Lower, range.Upper)} ({interval})";
    }

    /// <summary>The class, or the classes from lower to upper; an interval that ends on an edge ends in the lower class.</summary>
    public static string Class(ClassAxis axis, double lower, double upper)
    {
        var low = axis.Classes[axis.ClassOf(lower)];
        var high = lower < upper ? axis.Classes.LastOrDefault(c => c.Lower < upper) ?? low : low;
        return low == high ? $"{low.Letter} {low.Label}" : $"{low.Letter} {low.Label} – {high.Letter} {high.Label}";
    }

    private static string Count(RiskGroup group, RiskDiagram.Words words) =>
        string.Format(words.Culture, words.BubbleCount, group.Members.Count);

    private static string Remarks(RiskDiagram.Risk risk, RiskDiagram.Words words)
    {
        var remarks = string.Join(", ", RiskDiagram.Remarks(risk, words));
        return remarks.Length > 0 ? $" ({remarks})" : "";
    }
}
