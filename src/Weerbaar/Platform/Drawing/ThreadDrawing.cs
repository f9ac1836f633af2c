using System.Globalization;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Drawing;

/// <summary>
/// Why is this here, and what hangs on it: from left to right what an object rests on and what rests on it,
/// up to two steps each way. On a phone the same from top to bottom.
/// </summary>
public static class ThreadDrawing
{
    /// <summary>An object. <see cref="Layer"/> counts steps from cause to consequence; only differences with the current one matter.</summary>
    public sealed record Node(string Id, string KindLabel, string Title, string? Href, int Layer, bool IsCurrent = false, string? State = null);

    public sealed record Edge(string From, string To);

    /// <summary>What to draw; exactly one node is current. <see cref="ListHref"/> is where the list twin stands.</summary>
    public sealed record Input(string Title, string Description, IReadOnlyList<Node> Nodes, IReadOnlyList<Edge> Edges, string ListHref = "#thread-list");

    public sealed record Words(CultureInfo Culture, string RestsOn, string Here, string RestsOnThis, string More, string Kind, string Name, string State, string Place, string Alone)
    {
        public static Words From(Texts t) => new(
            CultureInfo.CurrentCulture,
            t["drawing.thread.restsOn"],
            t["drawing.thread.here"],
            t["drawing.thread.restsOnThis"],
            t["drawing.thread.more"],
            t["drawing.thread.kind"],
            t["drawing.thread.name"],
            t["drawing.thread.state"],
            t["drawing.thread.place"],
            t["drawing.thread.alone"]);
    }

    public static string Draw(Input input, Words words, DrawingOptions options)
    {
        var layout = ThreadLayout.Of(input, words, options);
        var svg = new SvgWriter(options);
        if (options.IsFile)
        {
            svg.Text(8, 26, TextMeasure.Shorten(input.Title, layout.Width - 16, 19, true), "d-title");
        }

        Headings(svg, layout, words);
        foreach (var edge in layout.Edges.OrderBy(e => e.IsOfCurrent))
        {
            ThreadEdge.Draw(svg, edge, layout);
        }

        foreach (var box in layout.Boxes)
        {
            Card(svg, box);
        }

        return svg.Finish("thread", layout.Width, layout.Height, input.Title, input.Description);
    }

    /// <summary>The same as a table, from cause to consequence.</summary>
    public static TableTwin ToTable(Input input, Words words)
    {
        var middle = ThreadLayout.Current(input).Layer;
        var hasStates = input.Nodes.Any(n => n.State is not null);
        return new(input.Title, [words.Place, words.Kind, words.Name, .. hasStates ? [words.State] : Array.Empty<string>()],
            [.. input.Nodes.OrderBy(n => n.Layer).Select(n => (IReadOnlyList<TwinCell>)
                [
                    new(Place(n.Layer - middle, n.IsCurrent, words)), new(n.KindLabel), new(n.Title, Href: n.Href),
                    .. hasStates ? [new(n.State ?? "")] : Array.Empty<TwinCell>(),
                ])]);
    }

    private static string Place(int step, bool isCurrent, Words words) =>
        isCurrent || step == 0 ? words.Here : step < 0 ? words.RestsOn : words.RestsOnThis;

    private static void Headings(SvgWriter svg, ThreadLayout layout, Words words)
    {
        foreach (var (text, x, y, anchor) in layout.Headings(words))
        {
            svg.Text(x, y, text, "d-heading d-muted", anchor);
        }

        if (layout.Boxes.Count == 1)
        {
            svg.Text(layout.Width / 2, layout.Height - 8, words.Alone, "d-muted", "middle");
        }
    }

    private static void Card(SvgWriter svg, ThreadLayout.CardBox box)
    {
        var node = box.Node;
        var ink = node.IsCurrent ? " d-on-accent" : "";
        svg.OpenLink(node.Href, string.Join(". ", new[] { node.KindLabel, node.Title, node.State }.Where(s => !string.IsNullOrEmpty(s))), "d-node");
        svg.Rect(box.X, box.Y, box.Width, box.Height, $"{(node.IsCurrent ? "d-card-current" : box.IsMore ? "d-card-more" : "d-card")} d-focus", 6);
        svg.Text(box.X + 12, box.Y + 19, TextMeasure.Shorten(node.KindLabel, box.Width - 24, 12), $"d-small{ink}");
        svg.Lines(box.X + 12, box.Y + 37, box.Lines, 17, $"d-strong{ink}");
        if (box.StateLine is { } state)
        {
            svg.Text(box.X + 12, box.Y + 37 + box.Lines.Count * 17, state, $"d-small{ink}");
        }

        svg.Close();
    }
}
