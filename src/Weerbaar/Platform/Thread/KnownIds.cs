using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>Refuses references to objects that the actor can't see or that don't exist, and keeps those the actor never saw.</summary>
public static class KnownIds
{
    /// <param name="db">What the actor sees.</param>
    /// <param name="field">The field that holds the ids.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="ct">Stops.</param>
    /// <param name="kind">The kind they must all be of; null where any will do.</param>
    public static async Task CheckAsync(WeerbaarDb db, string field, IReadOnlyCollection<string> ids, CancellationToken ct, string? kind = null)
    {
        var found = await VisibleIds.AmongAsync(db, ids, ct);
        var missing = ids.Where(id => !found.Contains(id)).Distinct(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidInput(field, "thread.error.unknown", string.Join(", ", missing));
        }

        await (kind is null ? Task.CompletedTask : CheckKindAsync(db, field, ids, kind, ct));
    }

    private static async Task CheckKindAsync(WeerbaarDb db, string field, IReadOnlyCollection<string> ids, string kind, CancellationToken ct)
    {
        var others = await db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id) && o.Kind != kind).Select(o => o.Id).ToListAsync(ct);
        if (others.Count > 0)
        {
            throw new InvalidInput(field, "thread.error.kind", string.Join(", ", others));
        }
    }

    /// <summary>
    /// What an object refers to after an edit: the ids asked for, each of which the actor must be able to see, and the ids
    /// it referred to that the actor can't see and so never meant to take out, each after the one it stood after.
    /// </summary>
    /// <exception cref="InvalidInput">An id asked for can't be seen, even when the object refers to it already: refusing only the others would tell which it has.</exception>
    public static async Task<IReadOnlyList<string>> KeepUnseenAsync(
        this WeerbaarDb db, string field, IReadOnlyList<string> before, IReadOnlyList<string> asked, CancellationToken ct, string? kind = null)
    {
        await CheckAsync(db, field, asked, ct, kind);
        var seen = await VisibleIds.AmongAsync(db, before, ct);
        var kept = asked.ToList();
        foreach (var (place, unseen) in before.Index().Where(b => !seen.Contains(b.Item)))
        {
            var neighbour = before.Take(place).LastOrDefault(kept.Contains);
            kept.Insert(neighbour is null ? 0 : kept.IndexOf(neighbour) + 1, unseen);
        }

        return kept;
    }
}
