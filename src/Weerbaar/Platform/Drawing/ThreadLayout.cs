namespace Weerbaar.Platform.Drawing;

/// <summary>Where the cards of a thread stand and how its lines run.</summary>
internal sealed class ThreadLayout
{
    private const int Steps = 2;
    private const int MostInLayer = 12;
    private const int ManyInLayer = 6;
    private const double ColumnGap = 44;
    private const double RowGap = 14;

    private readonly bool isNarrow;
    private readonly double top;
    private readonly int current;
    private readonly List<List<CardBox>> columns;

    private ThreadLayout(ThreadOrder order, ThreadDrawing.Words words, ThreadDrawing.Input input, DrawingOptions options)
    {
        isNarrow = options.IsNarrow;
        top = options.IsFile ? 44 : 8;
        Width = isNarrow ? 360 : 960;
        var width = isNarrow ? 308 : (960 - 4 * ColumnGap) / 5;
        columns = [.. order.Layers.Select((layer, i) => Cards(layer, width, order.Hidden[i], words, input))];
        current = columns.FindIndex(c => c.Any(b => b.Node.IsCurrent));
        Place(width);
        Boxes = [.. columns.SelectMany(c => c)];
        Edges = Connect(order.Edges);
    }

    public sealed record CardBox(ThreadDrawing.Node Node, double X, double Y, double Width, double Height, IReadOnlyList<string> Lines, string? StateLine, bool IsMore)
    {
        public double MiddleY => Y + Height / 2;
    }

    /// <summary>A line between two cards; two objects that rest on each other have one line with an arrow at both ends.</summary>
    public sealed record Line(CardBox From, CardBox To, bool IsOfCurrent, bool IsBothWays);

    public double Width { get; }

    public double Height { get; private set; }

    public bool IsNarrow => isNarrow;

    public IReadOnlyList<CardBox> Boxes { get; }

    public IReadOnlyList<Line> Edges { get; }

    public static ThreadLayout Of(ThreadDrawing.Input input, ThreadDrawing.Words words, DrawingOptions options) =>
        new(ThreadOrder.Of(input, Current(input), Steps, MostInLayer), words, input, options);

    public static ThreadDrawing.Node Current(ThreadDrawing.Input input) => input.Nodes.SingleOrDefault(n => n.IsCurrent)
        ?? throw new ArgumentException("A thread has exactly one current object.", nameof(input));

    /// <summary>The words above the columns (on a phone: above each group).</summary>
    public IEnumerable<(string Text, double X, double Y, string? Anchor)> Headings(ThreadDrawing.Words words)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            var isFirstOfSide = i == 0 || i == current || i == current + 1;
            if (columns[i].Count > 0 && isFirstOfSide)
            {
                var first = columns[i].MinBy(b => b.Y)!;
                var text = i < current ? words.RestsOn : i == current ? words.Here : words.RestsOnThis;
                yield return (text, first.X, isNarrow ? first.Y - 10 : top + 12, null);
            }
        }
    }

    private static List<CardBox> Cards(IReadOnlyList<ThreadDrawing.Node> layer, double width, int hidden, ThreadDrawing.Words words, ThreadDrawing.Input input)
    {
        var most = layer.Count > ManyInLayer ? 2 : 3;
        var cards = layer.Select(n => Card(n, width, most, isMore: false)).ToList();
        if (hidden > 0)
        {
            var text = string.Format(words.Culture, words.More, hidden);
            cards.Add(Card(new($"more-{layer[0].Layer}", layer[0].KindLabel, text, input.ListHref, layer[0].Layer), width, 1, isMore: true));
        }

        return cards;
    }

    private static CardBox Card(ThreadDrawing.Node node, double width, int most, bool isMore)
    {
        var lines = TextMeasure.Wrap(node.Title, width - 24, 13, most, bold: true);
        var state = node.State is { Length: > 0 } s ? TextMeasure.Shorten(s, width - 24, 12) : null;
        return new(node, 0, 0, width, 30 + lines.Count * 17 + (state is null ? 0 : 17), lines, state, isMore);
    }

    private void Place(double width)
    {
        if (isNarrow)
        {
            PlaceBelowEachOther();
            return;
        }

        var heights = columns.Select(c => c.Sum(b => b.Height) + Math.Max(0, c.Count - 1) * RowGap).ToList();
        var tallest = heights.Max();
        var left = 2 - current;
        for (var i = 0; i < columns.Count; i++)
        {
            var y = top + 28 + (tallest - heights[i]) / 2;
            for (var j = 0; j < columns[i].Count; j++)
            {
                columns[i][j] = columns[i][j] with { X = Math.Max(1, (left + i) * (width + ColumnGap)), Y = y };
                y += columns[i][j].Height + RowGap;
            }
        }

        Height = top + 28 + tallest + (columns.Sum(c => c.Count) == 1 ? 36 : 8);
    }

    private void PlaceBelowEachOther()
    {
        var y = top;
        for (var i = 0; i < columns.Count; i++)
        {
            y += i == 0 || i == current || i == current + 1 ? 28 : 14;
            for (var j = 0; j < columns[i].Count; j++)
            {
                columns[i][j] = columns[i][j] with { X = 48, Y = y };
                y += columns[i][j].Height + 10;
            }
        }

        Height = y + (columns.Sum(c => c.Count) == 1 ? 28 : 4);
    }

    /// <summary>Lines between cards; those of objects left out end at the card that stands for them, once.</summary>
    private List<Line> Connect(IReadOnlyList<ThreadDrawing.Edge> edges)
    {
        var byId = Boxes.ToDictionary(b => b.Node.Id);
        var order = Boxes.Index().ToDictionary(b => b.Item.Node.Id, b => b.Index);
        var drawn = edges.Where(e => byId.ContainsKey(e.From) && byId.ContainsKey(e.To)).ToHashSet();
        return [.. drawn.Where(e => !drawn.Contains(new(e.To, e.From)) || order[e.From] < order[e.To])
            .Select(e => new Line(byId[e.From], byId[e.To], byId[e.From].Node.IsCurrent || byId[e.To].Node.IsCurrent, drawn.Contains(new(e.To, e.From))))];
    }
}
