using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>Refuses references to objects that the actor can't see or that don't exist, and keeps those the actor never saw.</summary>
public static class KnownIds
{
    public static async Task CheckAsync(WeerbaarDb db, string field, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var found = await VisibleIds.AmongAsync(db, ids, ct);
        var missing = ids.Where(id => !found.Contains(id)).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidInput(field, "thread.error.unknown", string.Join(", ", missing));
        }
    }

    /// <summary>
    /// What an object refers to after an edit: the ids asked for, each of which the actor must be able to see, and the ids
    /// it referred to that the actor can't see and so never meant to take out, each after the one it stood after.
    /// </summary>
    /// <exception cref="InvalidInput">An id asked for can't be seen, even when the object refers to it already: refusing only the others would tell which it has.</exception>
    public static async Task<IReadOnlyList<string>> KeepUnseenAsync(
        this WeerbaarDb db, string field, IReadOnlyList<string> before, IReadOnlyList<string> asked, CancellationToken ct)
    {
        await CheckAsync(db, field, asked, ct);
        var seen = await VisibleIds.AmongAsync(db, before, ct);
        var kept = asked.Distinct(StringComparer.Ordinal).ToList();
        foreach (var (place, unseen) in before.Index().Where(b => !seen.Contains(b.Item)))
        {
            var neighbour = before.Take(place).LastOrDefault(kept.Contains);
            kept.Insert(neighbour is null ? 0 : kept.IndexOf(neighbour) + 1, unseen);
        }

        return kept;
    }
}
