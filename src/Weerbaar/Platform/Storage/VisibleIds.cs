using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Weerbaar.Platform.Storage;

/// <summary>
/// The property names other objects by their id. What leaves the program (answers, the journal) then leaves out the ids
/// of objects that the reader may not see: an id can say as much as a title.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ObjectIdsAttribute : Attribute;

/// <summary>Which ids are of objects that the actor may see.</summary>
public static class VisibleIds
{
    /// <summary>As many ids as one query takes.</summary>
    private const int batch = 500;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> named = new();

    public static async Task<HashSet<string>> AmongAsync(WeerbaarDb db, IEnumerable<string> ids, CancellationToken ct)
    {
        var visible = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in ids.Distinct(StringComparer.Ordinal).Chunk(batch))
        {
            visible.UnionWith(await db.Objects.AsNoTracking().Where(o => some.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct));
        }

        return visible;
    }

    /// <summary>The visible ones of some ids, in their order.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(WeerbaarDb db, IReadOnlyCollection<string> ids, CancellationToken ct)
    {
        var visible = await AmongAsync(db, ids, ct);
        return [.. ids.Where(visible.Contains)];
    }

    /// <summary>The properties of a type that name other objects.</summary>
    internal static IReadOnlyList<PropertyInfo> PropertiesOf(Type type) => named.GetOrAdd(type, t =>
        [.. t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetCustomAttribute<ObjectIdsAttribute>() is not null)]);
}
