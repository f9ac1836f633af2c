namespace Weerbaar.Platform.Drawing;

/// <summary>A judgement in the space of a table cell: the classes with their letters, the range coloured, the best one framed.</summary>
public static class RangeBar
{
    private const double Cell = 30;

    /// <summary>Places of classes, counted from 0. No best and no range: not applicable, written as X. Previous is last time's best.</summary>
    public sealed record Input(string Name, IReadOnlyList<string> Letters, int? Lower, int? Best, int? Upper, int? Previous = null);

    public static string Draw(Input input, DrawingOptions options)
    {
        var svg = new SvgWriter(options);
        foreach (var (k, letter) in input.Letters.Index())
        {
            Class(svg, input, k, letter);
        }

        if (input.Previous is { } previous)
        {
            svg.Rect(previous * Cell + 4, 4, Cell - 6, 20, "d-ghost", 2);
        }

        if (input.Best is { } best)
        {
            svg.Rect(best * Cell + 1, 1, Cell, 26, "d-best");
        }

        return svg.Finish("range", input.Letters.Count * Cell + 2, 28, Described(input), "");
    }

    /// <summary>The judgement in letters: "Deaths: C (B–D)".</summary>
    public static string Described(Input input)
    {
        var best = input.Best is { } b ? input.Letters[b] : null;
        var range = input is { Lower: { } low, Upper: { } high } && low < high ? $"{input.Letters[low]}–{input.Letters[high]}" : null;
        return $"{input.Name}: {(best, range) switch
        {
            (null, null) => input is { Lower: { } only } ? input.Letters[only] : "X",
            (null, _) => range,
            (_, null) => best,
            _ => $"{best} ({range})",
        }}";
    }

    private static void Class(SvgWriter svg, Input input, int k, string letter)
    {
        var (low, high) = (input.Lower ?? input.Best ?? int.MaxValue, input.Upper ?? input.Best ?? int.MinValue);
        var step = Ramp.Step(k, input.Letters.Count);
        var isIn = k >= low && k <= high;
        svg.Rect(k * Cell + 1, 2, Cell, 24, isIn ? $"d-cell d-c{step}" : "d-empty");
        var weight = k == input.Best ? "d-strong " : "";
        svg.Text(k * Cell + 1 + Cell / 2, 18.5, letter, isIn ? $"{weight}d-on-c{step}" : "d-muted", "middle");
    }
}
