using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread.Pages;

public sealed class ThreadModel(WeerbaarDb db, Texts texts, ObjectKinds kinds) : StepPage(db, texts)
{
    public IndexedObject Subject { get; private set; } = null!;

    public ThreadDrawing.Input Input { get; private set; } = null!;

    public ThreadDrawing.Words Words => ThreadDrawing.Words.From(T);

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        Subject = await IndexedOrNotThere.GetAsync(Db, id, ct);
        var thread = await ObjectThread.AroundAsync(Db, id, GetThread.Steps, ct);
        Input = new ThreadDrawing.Input(
            Subject.Title.Here,
            T["thread.page.lead"],
            [.. thread.Nodes.Select(NodeOf)],
            [.. thread.Links.Select(l => new ThreadDrawing.Edge(l.ToId, l.FromId))]);
    }

    private ThreadDrawing.Node NodeOf(ThreadNode node)
    {
        var kind = kinds[node.Item.Kind];
        return new(node.Item.Id, T[kind.TextKey], node.Item.Title.Here, kind.Href(node.Item.Id), node.Distance, node.Distance == 0);
    }
}
