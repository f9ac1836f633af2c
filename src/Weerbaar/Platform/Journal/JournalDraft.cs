using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>What a change will be in the journal, taken down before it is stored (afterwards the old values are gone).</summary>
internal sealed record JournalDraft(string Kind, string ObjectId, string AlsoOf, Marking Marking, string Before, string After)
{
    public static async Task<List<JournalDraft>> OfAsync(IReadOnlyList<ShownChange> changes, WeerbaarDb db, CancellationToken ct)
    {
        var seal = await PersonalValues.OfAsync([.. changes.Select(c => c.Entry)], db, ct);
        return [.. changes.Select(c => Of(c.Entry, c.From, seal))];
    }

    private static JournalDraft Of(EntityEntry<Stored> entry, Marking marking, PersonalValues seal)
    {
        var before = entry.State == EntityState.Added ? "" : Values(entry, p => seal.Close(p, p.OriginalValue));
        var after = entry.State == EntityState.Deleted ? "" : Values(entry, p => seal.Close(p, p.CurrentValue));
        var kind = entry.Entity is MarkedObject marked ? marked.Kind : Names.Snake(entry.Entity.GetType().Name);
        return new JournalDraft(kind, ObjectIdOf(entry.Entity), AlsoOfOf(entry.Entity), marking, before, after);
    }

    private static string ObjectIdOf(Stored entity) => entity is Part part ? part.OwnerIds[0] : entity.Id;

    private static string AlsoOfOf(Stored entity) => entity is Part { OwnerIds: [_, var other, ..] } ? other : "";

    /// <summary>A part's entry always says which it is and whose: who may read it depends on that.</summary>
    private static bool NamesPart(PropertyEntry property) => property.EntityEntry.Entity is Part
        && (property.Metadata.IsPrimaryKey() || property.Metadata.PropertyInfo?.GetCustomAttribute<OwnerAttribute>() is not null);

    private static string Values(EntityEntry entry, Func<PropertyEntry, object?> value)
    {
        var all = entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties))
            .Where(p => p.Metadata.Name != nameof(Stored.Revision) && (p.IsModified || p.Metadata.Name != nameof(Stored.HiddenChanges)))
            .Where(p => entry.State != EntityState.Modified || p.IsModified || NamesPart(p))
            .Where(p => p.Metadata.PropertyInfo?.GetCustomAttribute<SecretAttribute>() is null)
            .ToDictionary(p => p.Metadata.GetColumnName(), value);
        return JsonSerializer.Serialize(all, DatabaseModel.Json);
    }
}
