using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>How it stands with something that has a date.</summary>
public enum DueState
{
    Planned,
    Due,
    Late,
    Done,
}

/// <summary>The sign of a state: four shapes, so that colour is not needed; the word always stands with it.</summary>
public static class StateSign
{
    public static void Draw(SvgWriter svg, DueState state, double x, double y, double radius = 8)
    {
        svg.Open("g", ("transform", $"translate({N(x)} {N(y)}) scale({N(radius / 8)})"), ("aria-hidden", "true"));
        Shape(svg, state);
        svg.Close();
    }

    private static void Shape(SvgWriter svg, DueState state)
    {
        switch (state)
        {
            case DueState.Done:
                svg.Circle(0, 0, 8, "d-done");
                svg.Path("M-3.6 .2L-1 3L3.8 -2.8", "d-sign");
                break;
            case DueState.Late:
                svg.Path("M0 -8.5L9 7.5H-9Z", "d-late");
                svg.Path("M0 -3V2M0 4.8V5", "d-sign");
                break;
            case DueState.Due:
                svg.Circle(0, 0, 7, "d-ring-due");
                svg.Path("M0 -4V0L2.8 2", "d-ring-due");
                break;
            case DueState.Planned:
                svg.Circle(0, 0, 6.5, "d-thin");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state), state, "No such state.");
        }
    }
}
