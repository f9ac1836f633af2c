using static Weerbaar.Platform.Drawing.SvgWriter;

namespace Weerbaar.Platform.Drawing;

/// <summary>The ring with the cards at both sides: down along the right, back up along the left.</summary>
internal static class CyclePicture
{
    private const double Radius = 132;
    private const double CardWidth = 282;
    private const double Gap = 14;
    private const double Middle = 480;

    public static double Draw(SvgWriter svg, IReadOnlyList<CycleCard> cards, CycleRing.Input input, CycleRing.Words words, double top)
    {
        var right = (cards.Count + 1) / 2;
        var (down, up) = (cards.Take(right).ToList(), cards.Skip(right).Reverse().ToList());
        var inner = Math.Max(Math.Max(Tall(down), Tall(up)), 2 * Radius + 60);
        var centre = top + inner / 2;
        svg.Circle(Middle, centre, Radius, "d-track");
        Column(svg, down, 960 - CardWidth - 1, centre, top, inner, i => Angle(i, cards.Count), isRight: true);
        Column(svg, up, 1, centre, top, inner, i => Angle(cards.Count - 1 - i, cards.Count), isRight: false);
        foreach (var (i, card) in cards.Index())
        {
            Chevron(svg, centre, Angle(i, cards.Count) + Math.PI / cards.Count);
            Node(svg, card, i + 1, On(Angle(i, cards.Count), centre));
        }

        Centre(svg, input, words, centre);
        return top + inner + 8;
    }

    public static void Node(SvgWriter svg, CycleCard card, int number, (double X, double Y) at)
    {
        svg.Circle(at.X, at.Y, 17, card.Step.IsCurrent ? "d-card-current" : "d-card");
        svg.Text(at.X, at.Y + 5, N(number), card.Step.IsCurrent ? "d-strong d-on-accent" : "d-strong", "middle");
        if (card.HasLate)
        {
            StateSign.Draw(svg, DueState.Late, at.X + 14, at.Y - 13, 7);
        }
    }

    private static double Tall(List<CycleCard> cards) => cards.Sum(c => c.Height) + Math.Max(0, cards.Count - 1) * Gap;

    private static double Angle(int i, int count) => -Math.PI / 2 + Math.PI / count + i * 2 * Math.PI / count;

    private static (double X, double Y) On(double angle, double centre) => (Middle + Radius * Math.Cos(angle), centre + Radius * Math.Sin(angle));

    private static void Column(SvgWriter svg, List<CycleCard> cards, double x, double centre, double top, double height, Func<int, double> angle, bool isRight)
    {
        var spare = (height - Tall(cards)) / Math.Max(1, cards.Count);
        var y = top + spare / 2;
        foreach (var (i, card) in cards.Index())
        {
            var at = On(angle(i), centre);
            var edge = isRight ? x : x + CardWidth;
            var bend = (edge - at.X) / 2;
            svg.Path($"M{N(at.X)} {N(at.Y)}C{N(at.X + bend)} {N(at.Y)} {N(edge - bend)} {N(y + 24)} {N(edge)} {N(y + 24)}", card.Step.IsCurrent ? "d-edge-current" : "d-edge");
            card.Draw(svg, x, y, CardWidth);
            y += card.Height + Gap + spare;
        }
    }

    private static void Chevron(SvgWriter svg, double centre, double angle)
    {
        var (x, y) = On(angle, centre);
        svg.Open("g", ("transform", $"translate({N(x)} {N(y)}) rotate({N(angle * 180 / Math.PI + 90)})"));
        svg.Path("M-4 -5L3 0L-4 5", "d-rule");
        svg.Close();
    }

    private static void Centre(SvgWriter svg, CycleRing.Input input, CycleRing.Words words, double centre)
    {
        var lines = TextMeasure.Wrap(input.Centre, 184, 17, 3, true);
        DueState[] states = [.. new[] { DueState.Late, DueState.Due, DueState.Done }.Where(s => input.Products.Any(p => p.State == s))];
        var y = centre - (lines.Count * 21 + states.Length * 24) / 2.0 + 16;
        svg.Lines(Middle, y, lines, 21, "d-centre", "middle");
        foreach (var (i, state) in states.Index())
        {
            var row = y + lines.Count * 21 + 8 + i * 24;
            StateSign.Draw(svg, state, Middle - 44, row - 4.5);
            svg.Text(Middle - 28, row, $"{input.Products.Count(p => p.State == state)} {words.Of(state)}", "d-name");
        }
    }
}
