using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>An object in the thread, and how many steps from the one in the middle: below zero is what it rests on.</summary>
public sealed record ThreadNode(IndexedObject Item, int Distance);

/// <summary>What an object rests on and what rests on it, as far as the reader may see, one step or two each way.</summary>
public sealed record ObjectThread(IReadOnlyList<ThreadNode> Nodes, IReadOnlyList<ThreadLink> Links)
{
    public static async Task<ObjectThread> AroundAsync(WeerbaarDb db, string id, int steps, CancellationToken ct)
    {
        var distances = new Dictionary<string, int>(StringComparer.Ordinal) { [id] = 0 };
        List<ThreadLink> links = [];
        foreach (var back in new[] { true, false })
        {
            var near = await NextAsync(db, [id], back, ct);
            var far = steps == 1 ? [] : await MeantAsync(db, id, await NextAsync(db, [.. near.Select(l => EndOf(l, back))], back, ct), back, ct);
            near.ForEach(l => distances.TryAdd(EndOf(l, back), back ? -1 : 1));
            far.ForEach(l => distances.TryAdd(EndOf(l, back), back ? -2 : 2));
            links.AddRange([.. near, .. far]);
        }

        var ids = distances.Keys.ToList();
        var objects = await db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(ct);
        return new ObjectThread(
            [.. objects.Select(o => new ThreadNode(o, distances[o.Id])).OrderBy(n => n.Distance).ThenBy(n => n.Item.Kind).ThenBy(n => n.Item.Id, StringComparer.Ordinal)],
            [.. links.DistinctBy(l => (l.FromId, l.ToId))]);
    }

    private static string EndOf(ThreadLink link, bool back) => back ? link.ToId : link.FromId;

    private static Task<List<ThreadLink>> NextAsync(WeerbaarDb db, List<string> ids, bool back, CancellationToken ct) =>
        db.Links.AsNoTracking().Where(l => ids.Contains(back ? l.FromId : l.ToId))
            .OrderBy(l => l.FromId).ThenBy(l => l.ToId).ToListAsync(ct);

    /// <summary>
    /// Of the second steps those that are meant. What rests on one of several things of a kind, and on what gathers those,
    /// does not rest on the others: a measure for one of the advices that a decision adopts is not for the other advices.
    /// </summary>
    private static async Task<List<ThreadLink>> MeantAsync(WeerbaarDb db, string id, List<ThreadLink> second, bool back, CancellationToken ct)
    {
        var above = second.SelectMany(l => new[] { l.FromId, l.ToId }).Append(id).Distinct().ToList();
        var rests = (await db.Links.AsNoTracking().Where(l => above.Contains(l.FromId))
                .Join(db.Objects, l => l.ToId, o => o.Id, (link, to) => new { link.FromId, link.ToId, to.Kind }).ToListAsync(ct))
            .ToLookup(l => l.FromId, l => (Id: l.ToId, l.Kind), StringComparer.Ordinal);
        bool IsMeant(string one, string gathering, string other)
        {
            var kind = rests[gathering].FirstOrDefault(g => g.Id == other).Kind;
            return rests[one].Any(r => r.Id == other) || !rests[one].Where(r => r.Kind == kind).Intersect(rests[gathering]).Any();
        }

        return [.. second.Where(l => back ? IsMeant(id, l.FromId, l.ToId) : IsMeant(l.FromId, l.ToId, id))];
    }
}
