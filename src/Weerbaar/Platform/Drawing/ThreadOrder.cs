namespace Weerbaar.Platform.Drawing;

/// <summary>
/// Which objects are shown in which layer and in which order: each near the mean place of what it is tied to
/// (the barycentre rule of Sugiyama, Tagawa and Toda 1981), swept a few times both ways, so that few lines cross.
/// </summary>
internal sealed record ThreadOrder(IReadOnlyList<IReadOnlyList<ThreadDrawing.Node>> Layers, IReadOnlyList<int> Hidden, IReadOnlyList<ThreadDrawing.Edge> Edges)
{
    private const int Sweeps = 8;

    public static ThreadOrder Of(ThreadDrawing.Input input, ThreadDrawing.Node current, int steps, int most)
    {
        var layers = input.Nodes.Where(n => Math.Abs(n.Layer - current.Layer) <= steps)
            .GroupBy(n => n.Layer).OrderBy(g => g.Key)
            .Select(g => g.OrderBy(n => n.Title, StringComparer.Ordinal).ThenBy(n => n.Id, StringComparer.Ordinal).ToList()).ToList();
        Sort(layers, input.Edges);
        var shown = layers.Select(l => (IReadOnlyList<ThreadDrawing.Node>)Shown(l, input.Edges, current, most)).ToList();
        return new(shown, [.. layers.Zip(shown).Select(l => l.First.Count - l.Second.Count)], Merge(input.Edges, layers, shown));
    }

    private static void Sort(List<List<ThreadDrawing.Node>> layers, IReadOnlyList<ThreadDrawing.Edge> edges)
    {
        var ties = edges.Concat(edges.Select(e => new ThreadDrawing.Edge(e.To, e.From))).ToLookup(e => e.From, e => e.To);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var places = Places(layers);
            foreach (var i in sweep % 2 == 0 ? Enumerable.Range(0, layers.Count) : Enumerable.Range(0, layers.Count).Reverse())
            {
                layers[i] = [.. layers[i].OrderBy(n => Mean(n, ties, places))];
                Remember(layers[i], places);
            }
        }
    }

    private static Dictionary<string, double> Places(List<List<ThreadDrawing.Node>> layers)
    {
        var places = new Dictionary<string, double>();
        layers.ForEach(l => Remember(l, places));
        return places;
    }

    /// <summary>Places are counted from the middle, for the columns are centred.</summary>
    private static void Remember(List<ThreadDrawing.Node> layer, Dictionary<string, double> places)
    {
        foreach (var (i, node) in layer.Index())
        {
            places[node.Id] = i - (layer.Count - 1) / 2.0;
        }
    }

    private static double Mean(ThreadDrawing.Node node, ILookup<string, string> ties, Dictionary<string, double> places) =>
        ties[node.Id].Where(places.ContainsKey).Select(t => places[t]).DefaultIfEmpty(places[node.Id]).Average();

    /// <summary>When there are too many: the current one and its neighbours first, in the order found.</summary>
    private static List<ThreadDrawing.Node> Shown(List<ThreadDrawing.Node> layer, IReadOnlyList<ThreadDrawing.Edge> edges, ThreadDrawing.Node current, int most)
    {
        if (layer.Count <= most)
        {
            return layer;
        }

        var near = edges.Where(e => e.From == current.Id || e.To == current.Id).SelectMany(e => new[] { e.From, e.To }).ToHashSet();
        var kept = layer.OrderByDescending(n => n.IsCurrent).ThenByDescending(n => near.Contains(n.Id)).Take(most - 1).ToHashSet();
        return [.. layer.Where(kept.Contains)];
    }

    private static List<ThreadDrawing.Edge> Merge(
        IReadOnlyList<ThreadDrawing.Edge> edges, List<List<ThreadDrawing.Node>> layers, List<IReadOnlyList<ThreadDrawing.Node>> shown)
    {
        var stands = layers.Zip(shown)
            .SelectMany(l => l.First.Select(n => (n.Id, As: l.Second.Contains(n) ? n.Id : $"more-{n.Layer}")))
            .ToDictionary(n => n.Id, n => n.As);
        return [.. edges.Where(e => stands.ContainsKey(e.From) && stands.ContainsKey(e.To))
            .Select(e => new ThreadDrawing.Edge(stands[e.From], stands[e.To])).Where(e => e.From != e.To).Distinct()];
    }
}
