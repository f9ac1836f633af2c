using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread.Pages;

public sealed class ThreadModel(WeerbaarDb db, Texts texts, ObjectKinds kinds) : StepPage(db, texts)
{
    public IndexedObject Subject { get; private set; } = null!;

    public Badge? State { get; private set; }

    public ThreadDrawing.Input Input { get; private set; } = null!;

    public ThreadDrawing.Words Words => ThreadDrawing.Words.From(T);

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        Subject = await IndexedOrNotThere.GetAsync(Db, id, ct);
        var thread = await ObjectThread.AroundAsync(Db, id, GetThread.Steps, ct);
        Dictionary<string, Badge> states = [];
        foreach (var group in thread.Nodes.GroupBy(n => n.Item.Kind))
        {
            var found = await kinds[group.Key].StatesAsync([.. group.Select(n => n.Item.Id)], HttpContext.RequestServices, ct);
            found.ToList().ForEach(s => states.Add(s.Key, s.Value));
        }

        State = states.GetValueOrDefault(id);
        Input = new ThreadDrawing.Input(
            Subject.Title.Here,
            T["thread.page.lead"],
            [.. thread.Nodes.Select(n => NodeOf(n, states.GetValueOrDefault(n.Item.Id)?.Word))],
            [.. thread.Links.Select(l => new ThreadDrawing.Edge(l.ToId, l.FromId))]);
    }

    private ThreadDrawing.Node NodeOf(ThreadNode node, string? state)
    {
        var kind = kinds[node.Item.Kind];
        return new(node.Item.Id, T[kind.TextKey], node.Item.Title.Here, kind.Href(node.Item.Id), node.Distance, node.Distance == 0, state);
    }
}
