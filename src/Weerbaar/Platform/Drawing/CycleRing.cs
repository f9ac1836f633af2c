using System.Globalization;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Drawing;

/// <summary>
/// The working method as one picture: the steps on a ring that closes, with the products of the calendar at their step
/// and how each stands. On a phone the ring is a line that leads back.
/// </summary>
public static class CycleRing
{
    /// <summary>A step of the method; the note is one line on how it stands ("12 signals, 3 new").</summary>
    public sealed record Step(string Id, string Title, string? Href, string Note, bool IsCurrent = false);

    /// <summary>A product of the calendar; <see cref="When"/> is its date as the reader writes it.</summary>
    public sealed record Product(string StepId, string Title, string? Href, string When, DueState State);

    public sealed record Input(string Title, string Description, string Centre, IReadOnlyList<Step> Steps, IReadOnlyList<Product> Products, string ListHref = "#products");

    public sealed record Words(CultureInfo Culture, string Planned, string Due, string Late, string Done, string More, string StepHead, string ProductHead, string DateHead, string StateHead)
    {
        public static Words From(Texts t) => new(
            CultureInfo.CurrentCulture,
            t["drawing.cycle.planned"],
            t["drawing.cycle.due"],
            t["drawing.cycle.late"],
            t["drawing.cycle.done"],
            t["drawing.cycle.more"],
            t["drawing.cycle.step"],
            t["drawing.cycle.product"],
            t["drawing.cycle.date"],
            t["drawing.cycle.state"]);

        public string Of(DueState state) => state switch
        {
            DueState.Planned => Planned,
            DueState.Due => Due,
            DueState.Late => Late,
            DueState.Done => Done,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
        };
    }

    public static string Draw(Input input, Words words, DrawingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfZero(input.Steps.Count, nameof(input));
        var svg = new SvgWriter(options);
        var top = options.IsFile ? 44.0 : 8;
        if (options.IsFile)
        {
            svg.Text(8, 28, TextMeasure.Shorten(input.Title, options.IsNarrow ? 344 : 940, 19, true), "d-title");
        }

        var cards = input.Steps.Select(s => new CycleCard(s, [.. input.Products.Where(p => p.StepId == s.Id)], input, words)).ToList();
        var height = options.IsNarrow ? CycleLine.Draw(svg, cards, top) : CyclePicture.Draw(svg, cards, input, words, top);
        return svg.Finish("cycle", options.IsNarrow ? 360 : 960, height, input.Title, input.Description);
    }

    /// <summary>The same as a table: a row per product, and one for a step without any.</summary>
    public static TableTwin ToTable(Input input, Words words) => new(
        input.Title,
        [words.StepHead, words.ProductHead, words.DateHead, words.StateHead],
        [.. input.Steps.SelectMany(s => Rows(s, [.. input.Products.Where(p => p.StepId == s.Id)], words))]);

    private static IEnumerable<IReadOnlyList<TwinCell>> Rows(Step step, IReadOnlyList<Product> products, Words words) => products.Count == 0
        ? [[new(step.Title, Href: step.Href), new("–"), new(""), new(step.Note)]]
        : products.Select(p => (IReadOnlyList<TwinCell>)[new(step.Title, Href: step.Href), new(p.Title, Href: p.Href), new(p.When), new(words.Of(p.State))]);
}
