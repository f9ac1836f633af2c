namespace Weerbaar.Platform.Drawing;

/// <summary>
/// The colours of all drawings, light and dark. The class ramp is one hue from light to dark, the same in both,
/// so a class keeps its colour; the nine theme colours stay apart for the common kinds of colour blindness
/// and always come with a shape of their own.
/// </summary>
public static class Palette
{
    public static IReadOnlyDictionary<string, string> Light { get; } = new Dictionary<string, string>
    {
        ["paper"] = "#ffffff",
        ["ground"] = "#f7f8fa",
        ["ink"] = "#1b2430",
        ["muted"] = "#4d5866",
        ["grid"] = "#d5dbe2",
        ["rule"] = "#6b7785",
        ["card"] = "#ffffff",
        ["accent"] = "#154273",
        ["accent-ink"] = "#ffffff",
        ["accent-soft"] = "#e4edf7",
        ["done"] = "#1d6b3f",
        ["late"] = "#b3261e",
        ["due"] = "#8a5a00",
        ["t1"] = "#0069a8",
        ["t2"] = "#c94f00",
        ["t3"] = "#007a5a",
        ["t4"] = "#a83d7c",
        ["t5"] = "#8f6400",
        ["t6"] = "#2a86bd",
        ["t7"] = "#4a4f57",
        ["t8"] = "#6b7300",
        ["t9"] = "#5a4bb5",
    };

    public static IReadOnlyDictionary<string, string> Dark { get; } = new Dictionary<string, string>
    {
        ["paper"] = "#12171d",
        ["ground"] = "#1a2129",
        ["ink"] = "#eef1f5",
        ["muted"] = "#b4bdc8",
        ["grid"] = "#333d48",
        ["rule"] = "#8b97a5",
        ["card"] = "#222b35",
        ["accent"] = "#9cc4f0",
        ["accent-ink"] = "#0f1a26",
        ["accent-soft"] = "#24384f",
        ["done"] = "#7ed3a2",
        ["late"] = "#ff9d94",
        ["due"] = "#f2c063",
        ["t1"] = "#5fb0ea",
        ["t2"] = "#ff9a5c",
        ["t3"] = "#45cba5",
        ["t4"] = "#ee9bca",
        ["t5"] = "#e3b04a",
        ["t6"] = "#9adcf8",
        ["t7"] = "#c9ced6",
        ["t8"] = "#d3d65c",
        ["t9"] = "#b3a6f7",
    };

    /// <summary>Classes A to E and the ink of the letter on each.</summary>
    public static IReadOnlyList<(string Fill, string Ink)> Ramp { get; } =
    [
        ("#fdf0d5", "#1b2430"),
        ("#f8cf8c", "#1b2430"),
        ("#ec9a4f", "#1b2430"),
        ("#b4531f", "#ffffff"),
        ("#6a2413", "#ffffff"),
    ];

    /// <summary>The same by name, as the drawings and the chips of the pages use them: <c>c1</c> and <c>on-c1</c> to <c>c5</c> and <c>on-c5</c>.</summary>
    public static IReadOnlyDictionary<string, string> Classes { get; } = Ramp.Index()
        .SelectMany(c => new[] { ($"c{c.Index + 1}", c.Item.Fill), ($"on-c{c.Index + 1}", c.Item.Ink) }).ToDictionary();

    /// <summary>How much two colours differ in lightness, as WCAG counts it: 1 (not at all) to 21.</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        0.2126 * Channel(colour, 1) + 0.7152 * Channel(colour, 3) + 0.0722 * Channel(colour, 5);

    private static double Channel(string colour, int at)
    {
        var value = Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
