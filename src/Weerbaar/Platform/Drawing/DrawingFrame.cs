namespace Weerbaar.Platform.Drawing;

/// <summary>Both sizes of a drawing for a page; the style sheet shows the one that fits and hides the other from everyone.</summary>
public static class DrawingFrame
{
    public static string Of(string id, Func<DrawingOptions, string> draw) =>
        $"<div class=\"drawing-frame\">{draw(new($"{id}-wide"))}{draw(new($"{id}-narrow", DrawingLayout.Narrow))}</div>";
}
