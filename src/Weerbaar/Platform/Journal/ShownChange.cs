using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// A change that is about to be stored, and to whom it shows: to all who see the object, unless nothing changed but what lies
/// in passages that are marked higher, or links to what is marked higher. Then only who may read that is told of it.
/// </summary>
/// <param name="Entry">What changes.</param>
/// <param name="Own">The marking from which the object is seen.</param>
/// <param name="From">The marking from which the change is seen.</param>
internal sealed record ShownChange(EntityEntry<Stored> Entry, Marking Own, Marking From)
{
    public bool IsHidden => From > Own;

    public static async Task<List<ShownChange>> OfAsync(IReadOnlyList<EntityEntry<Stored>> entries, WeerbaarDb db, CancellationToken ct)
    {
        var ownerIds = entries.Select(e => e.Entity).OfType<Part>().SelectMany(p => p.OwnerIds).Distinct().ToList();
        var stored = await db.Objects.IgnoreQueryFilters().Where(o => ownerIds.Contains(o.Id)).ToListAsync(ct);
        var owners = stored.Concat(db.Objects.Local).DistinctBy(o => o.Id).ToDictionary(o => o.Id, o => o.Marking);
        List<ShownChange> shown = [];
        foreach (var entry in entries)
        {
            var own = MarkingOf(entry, owners, db.Ceiling.Highest);
            shown.Add(new(entry, own, entry is { State: EntityState.Modified, Entity: MarkedObject or Part } ? await ShowsFromAsync(entry, own, db, ct) : own));
        }

        return shown;
    }

    /// <summary>The higher of the old and the new marking: an entry never shows more than the object did at either time.</summary>
    private static Marking MarkingOf(EntityEntry<Stored> entry, Dictionary<string, Marking> owners, Marking highest) => entry.Entity switch
    {
        MarkedObject marked => (Marking)Math.Max((int)marked.Marking, (int)entry.Property(nameof(MarkedObject.Marking)).OriginalValue!),
        Part part => part.OwnerIds.Max(id => owners.GetValueOrDefault(id, highest)),
        _ => Marking.Internal,
    };

    /// <summary>The lowest marking whose readers see another thing after than before.</summary>
    private static async Task<Marking> ShowsFromAsync(EntityEntry<Stored> entry, Marking own, WeerbaarDb db, CancellationToken ct)
    {
        var (before, after) = (Columns(entry, p => p.OriginalValue), Columns(entry, p => p.CurrentValue));
        var ids = VisibleEntries.IdsIn(before).Concat(VisibleEntries.IdsIn(after)).Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0 && !before.ToJsonString(DatabaseModel.Json).Contains(Passages.Opening, StringComparison.Ordinal))
        {
            return own;
        }

        var linked = await db.Objects.IgnoreQueryFilters().Where(o => ids.Contains(o.Id)).ToListAsync(ct);
        var seenFrom = linked.Concat(db.Objects.Local).DistinctBy(o => o.Id).ToDictionary(o => o.Id, o => o.ReleasedTo.Length > 0 ? own : o.Marking);
        string As(JsonObject columns, Marking reader) => VisibleEntries.Write(columns, [.. ids.Where(id => seenFrom.GetValueOrDefault(id, own) <= reader)], new(reader, db.Today));
        return Enum.GetValues<Marking>().Where(m => m >= own && m <= db.Ceiling.Highest).FirstOrDefault(m => As(before, m) != As(after, m), own);
    }

    private static JsonObject Columns(EntityEntry entry, Func<PropertyEntry, object?> value) => new(
        entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties)).Where(p => p.IsModified)
            .Select(p => KeyValuePair.Create(p.Metadata.GetColumnName(), JsonSerializer.SerializeToNode(value(p), DatabaseModel.Json))));
}
