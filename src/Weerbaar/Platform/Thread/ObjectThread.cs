using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>An object in the thread, and how many steps from the one in the middle: below zero is what it rests on.</summary>
public sealed record ThreadNode(IndexedObject Item, int Distance);

/// <summary>What an object rests on and what rests on it, as far as the reader may see, up to so many steps each way.</summary>
public sealed record ObjectThread(IReadOnlyList<ThreadNode> Nodes, IReadOnlyList<ThreadLink> Links)
{
    public static async Task<ObjectThread> AroundAsync(WeerbaarDb db, string id, int steps, CancellationToken ct)
    {
        var distances = new Dictionary<string, int>(StringComparer.Ordinal) { [id] = 0 };
        var links = new HashSet<(string From, string To)>();
        await WalkAsync(db, distances, links, steps, back: true, ct);
        await WalkAsync(db, distances, links, steps, back: false, ct);
        var ids = distances.Keys.ToList();
        var objects = await db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(ct);
        return new ObjectThread(
            [.. objects.Select(o => new ThreadNode(o, distances[o.Id])).OrderBy(n => n.Distance).ThenBy(n => n.Item.Kind).ThenBy(n => n.Item.Id, StringComparer.Ordinal)],
            [.. links.Select(l => new ThreadLink { FromId = l.From, ToId = l.To })]);
    }

    private static async Task WalkAsync(
        WeerbaarDb db, Dictionary<string, int> distances, HashSet<(string, string)> links, int steps, bool back, CancellationToken ct)
    {
        var frontier = distances.Where(d => d.Value == 0).Select(d => d.Key).ToList();
        for (var step = 1; step <= steps && frontier.Count > 0; step++)
        {
            var found = await NextAsync(db, frontier, back, ct);
            frontier.Clear();
            foreach (var link in found)
            {
                links.Add((link.FromId, link.ToId));
                var next = back ? link.ToId : link.FromId;
                if (distances.TryAdd(next, back ? -step : step))
                {
                    frontier.Add(next);
                }
            }
        }
    }

    private static Task<List<ThreadLink>> NextAsync(WeerbaarDb db, List<string> frontier, bool back, CancellationToken ct) =>
        db.Links.AsNoTracking().Where(l => frontier.Contains(back ? l.FromId : l.ToId))
            .OrderBy(l => l.FromId).ThenBy(l => l.ToId).ToListAsync(ct);
}
