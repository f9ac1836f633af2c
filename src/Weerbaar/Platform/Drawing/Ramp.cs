using System.Globalization;

namespace Weerbaar.Platform.Drawing;

/// <summary>Which step of the class ramp a class takes, and the finer steps between for parts of a whole.</summary>
public static class Ramp
{
    /// <summary>How many finer steps there are.</summary>
    public const int Steps = 10;

    /// <summary>Step 1 to 5 for class <paramref name="k"/> (from 0) of <paramref name="count"/>.</summary>
    public static int Step(int k, int count) =>
        count <= 1 ? 3 : 1 + (int)Math.Round(Math.Clamp(k, 0, count - 1) * 4.0 / (count - 1), MidpointRounding.AwayFromZero);

    /// <summary>The colour of finer step 1 (light) to <see cref="Steps"/> (dark) and the ink that stands out most on it.</summary>
    public static (string Fill, string Ink) Fine(int step)
    {
        var at = (step - 1) * 4.0 / (Steps - 1);
        var k = Math.Min(3, (int)at);
        var fill = Mix(Palette.Ramp[k].Fill, Palette.Ramp[k + 1].Fill, at - k);
        return (fill, Palette.Contrast(fill, "#000000") >= Palette.Contrast(fill, "#ffffff") ? "#000000" : "#ffffff");
    }

    private static string Mix(string one, string other, double share) =>
        "#" + string.Concat(new[] { 1, 3, 5 }.Select(i => Hex(Part(one, i) + (Part(other, i) - Part(one, i)) * share)));

    private static string Hex(double part) => ((int)Math.Round(part)).ToString("x2", CultureInfo.InvariantCulture);

    private static int Part(string colour, int at) => Convert.ToInt32(colour.Substring(at, 2), 16);
}
