using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>How something went, in the space of a word: a line with a dot at the last value, which is written beside it.</summary>
public static class SparkLine
{
    /// <summary>Points in order of time, as shares from 0 to 1; <see cref="Target"/> is where it should be.</summary>
    public sealed record Input(string Name, IReadOnlyList<double> Points, string LastText, double? Target = null);

    public static string Draw(Input input, DrawingOptions options)
    {
        var svg = new SvgWriter(options);
        svg.Line(3, 25, 97, 25, "d-grid");
        if (input.Target is { } target)
        {
            svg.Line(3, Y(target), 97, Y(target), "d-target");
        }

        if (input.Points.Count > 0)
        {
            var points = input.Points.Select((p, i) => (X: input.Points.Count == 1 ? 97 : 3 + 94.0 * i / (input.Points.Count - 1), Y: Y(p))).ToList();
            svg.Path($"M{string.Join('L', points.Select(p => $"{N(p.X)} {N(p.Y)}"))}", "d-spark");
            svg.Circle(points[^1].X, points[^1].Y, 3.5, "d-accent");
        }

        svg.Text(106, 18.5, input.LastText, "d-strong d-number");
        return svg.Finish("spark", 112 + TextMeasure.Width(input.LastText, 13, true), 28, $"{input.Name}: {input.LastText}", "");
    }

    private static double Y(double share) => 25 - 22 * Math.Clamp(share, 0, 1);
}
