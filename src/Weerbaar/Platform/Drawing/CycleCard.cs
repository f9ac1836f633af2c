namespace Weerbaar.Platform.Drawing;

/// <summary>The card of a step: its name, its note, and the products that fall there (the late ones first).</summary>
internal sealed class CycleCard
{
    private const int Most = 3;
    private const double RowHeight = 38;

    private readonly CycleRing.Input input;
    private readonly CycleRing.Words words;
    private readonly IReadOnlyList<CycleRing.Product> shown;
    private readonly int hidden;

    public CycleCard(CycleRing.Step step, IReadOnlyList<CycleRing.Product> products, CycleRing.Input input, CycleRing.Words words)
    {
        (Step, this.input, this.words) = (step, input, words);
        shown = [.. products.OrderBy(p => Urgency(p.State)).Take(Most)];
        hidden = products.Count - shown.Count;
        HasLate = products.Any(p => p.State == DueState.Late);
    }

    public CycleRing.Step Step { get; }

    public bool HasLate { get; }

    public double Height => 50 + shown.Count * RowHeight + (hidden > 0 ? 26 : 0) + (shown.Count + hidden > 0 ? 4 : 0);

    public void Draw(SvgWriter svg, double x, double y, double width)
    {
        svg.Rect(x, y, width, Height, Step.IsCurrent ? "d-card d-card-here" : "d-card", 6);
        svg.OpenLink(Step.Href, $"{Step.Title}. {Step.Note}", "d-step");
        svg.Rect(x, y, width, 48, "d-hit d-focus", 6);
        svg.Text(x + 12, y + 21, TextMeasure.Shorten(Step.Title, width - 24, 14, true), "d-strong d-link");
        svg.Text(x + 12, y + 39, TextMeasure.Shorten(Step.Note, width - 24, 12), "d-small");
        svg.Close();
        foreach (var (i, product) in shown.Index())
        {
            Product(svg, product, x, y + 50 + i * RowHeight, width);
        }

        if (hidden > 0)
        {
            More(svg, x, y + 50 + shown.Count * RowHeight, width);
        }
    }

    private void Product(SvgWriter svg, CycleRing.Product product, double x, double y, double width)
    {
        svg.OpenLink(product.Href, $"{product.Title}. {product.When}. {words.Of(product.State)}", "d-product");
        svg.Rect(x + 4, y, width - 8, RowHeight - 2, "d-hit d-focus", 4);
        StateSign.Draw(svg, product.State, x + 21, y + 16);
        svg.Text(x + 38, y + 14, TextMeasure.Shorten(product.Title, width - 48, 13), "d-name d-link");
        svg.Text(x + 38, y + 30, TextMeasure.Shorten($"{words.Of(product.State)} · {product.When}", width - 48, 12), "d-small");
        svg.Close();
    }

    private void More(SvgWriter svg, double x, double y, double width)
    {
        var text = string.Format(words.Culture, words.More, hidden);
        svg.OpenLink(input.ListHref, $"{Step.Title}: {text}", "d-product");
        svg.Rect(x + 4, y, width - 8, 24, "d-hit d-focus", 4);
        svg.Text(x + 38, y + 15, text, "d-small d-link");
        svg.Close();
    }

    private static int Urgency(DueState state) => state switch
    {
        DueState.Late => 0,
        DueState.Due => 1,
        DueState.Planned => 2,
        DueState.Done => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
