namespace Weerbaar.Platform.Drawing;

/// <summary>Which of the five steps of the class ramp a class takes.</summary>
public static class Ramp
{
    /// <summary>Step 1 to 5 for class <paramref name="k"/> (from 0) of <paramref name="count"/>.</summary>
    public static int Step(int k, int count) =>
        count <= 1 ? 3 : 1 + (int)Math.Round(Math.Clamp(k, 0, count - 1) * 4.0 / (count - 1), MidpointRounding.AwayFromZero);
}
