using System.Globalization;
using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>
/// The sign of a theme: nine shapes that stay apart at ten points and without colour.
/// A tenth theme begins again at the first shape.
/// </summary>
public static class ThemeMark
{
    public const int Count = 9;

    private static readonly string[] outlines =
    [
        Polygon(16, i => 0.92, 0),
        "M-.82 -.82H.82V.82H-.82Z",
        "M0 -1.08L1.06 .8H-1.06Z",
        "M0 -1.18L1.18 0L0 1.18L-1.18 0Z",
        "M0 1.08L1.06 -.8H-1.06Z",
        "M-.36 -1.1H.36V-.36H1.1V.36H.36V1.1H-.36V.36H-1.1V-.36H-.36Z",
        Polygon(10, i => i % 2 == 0 ? 1.24 : 0.52, -90),
        "M-1.05 -.95L0 -.28L1.05 -.95V.95L0 .28L-1.05 .95Z",
        "M-1.1 .62A1.1 1.1 0 0 1 1.1 .62Z",
    ];

    /// <summary>The colour class of a theme, counted from 0.</summary>
    public static string Colour(int theme) => $"d-t{Kind(theme) + 1}";

    /// <summary>The mark of a theme around a point; open when only a class is known, not a best estimate.</summary>
    public static void Draw(SvgWriter svg, int theme, double x, double y, double radius, bool isOpen = false)
    {
        var place = $"translate({N(x)} {N(y)}) scale({N(radius)})";
        svg.Open("g", ("transform", place));
        svg.Empty("path", ("d", outlines[Kind(theme)]), ("vector-effect", "non-scaling-stroke"),
            ("class", $"{Colour(theme)} {(isOpen ? "d-mark-open" : "d-mark")}"));
        svg.Close();
    }

    /// <summary>The mark as a small drawing of its own, beside words that say the same.</summary>
    public static string Sign(int theme, bool isOpen = false) =>
        "<svg class=\"drawing drawing-sign\" viewBox=\"-1.4 -1.4 2.8 2.8\" aria-hidden=\"true\" focusable=\"false\">"
        + $"<path d=\"{outlines[Kind(theme)]}\" vector-effect=\"non-scaling-stroke\" class=\"{Colour(theme)} {(isOpen ? "d-mark-open" : "d-mark")}\"/></svg>";

    private static int Kind(int theme) => (theme % Count + Count) % Count;

    private static string Polygon(int corners, Func<int, double> radius, double start)
    {
        var points = Enumerable.Range(0, corners).Select(i =>
        {
            var angle = (start + i * 360.0 / corners) * Math.PI / 180;
            return string.Create(CultureInfo.InvariantCulture,
                $"{radius(i) * Math.Cos(angle):0.###} {radius(i) * Math.Sin(angle):0.###}");
        });
        return $"M{string.Join('L', points)}Z";
    }
}
