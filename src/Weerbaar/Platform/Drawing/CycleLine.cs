using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>The cycle on a phone: the steps under each other and a line from the last back to the first.</summary>
internal static class CycleLine
{
    private const double Spine = 34;
    private const double Left = 64;
    private const double Gap = 12;

    public static double Draw(SvgWriter svg, IReadOnlyList<CycleCard> cards, double top)
    {
        var tops = new List<double>();
        var y = top;
        foreach (var card in cards)
        {
            tops.Add(y);
            y += card.Height + Gap;
        }

        var (first, last) = (tops[0] + 24, tops[^1] + 24);
        svg.Line(Spine, first, Spine, last, "d-track-thin");
        Back(svg, first, last);
        foreach (var (i, card) in cards.Index())
        {
            card.Draw(svg, Left, tops[i], 360 - Left - 1);
            CyclePicture.Node(svg, card, i + 1, (Spine, tops[i] + 24));
        }

        return y;
    }

    private static void Back(SvgWriter svg, double first, double last)
    {
        svg.Path($"M{N(Spine - 17)} {N(last)}Q6 {N(last)} 6 {N(last - 12)}V{N(first + 12)}Q6 {N(first)} {N(Spine - 23)} {N(first)}", "d-edge");
        svg.Path($"M{N(Spine - 17)} {N(first)}L{N(Spine - 25)} {N(first - 4.5)}V{N(first + 4.5)}Z", "d-arrow");
    }
}
