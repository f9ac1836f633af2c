using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>What an object rests on and what rests on it, two steps each way.</summary>
public static class GetThread
{
    public const int Steps = 2;

    public sealed record Node(string Id, string Kind, Text Title, int Distance);

    public sealed record Link(string From, string RestsOn);

    public sealed record View(IReadOnlyList<Node> Nodes, IReadOnlyList<Link> Links);

    public static async Task<View> HandleAsync(string id, WeerbaarDb db, CancellationToken ct)
    {
        var thread = await ObjectThread.AroundAsync(db, id, Steps, ct);
        return thread.Nodes.Any(n => n.Item.Id == id)
            ? new View(
                [.. thread.Nodes.Select(n => new Node(n.Item.Id, n.Item.Kind, n.Item.Title, n.Distance))],
                [.. thread.Links.Select(l => new Link(l.FromId, l.ToId))])
            : throw new NotThere("object", id);
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/objects/{id}/thread", HandleAsync).Needs(Permission.Read).WithName("getThread")
            .WithSummary("What an object rests on and what rests on it");
}
