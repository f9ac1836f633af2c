using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Tables;

/// <summary>A table as it leaves the program: its columns, and its rows as far as the actor may see them.</summary>
public abstract record ExportedTable(string Name, IReadOnlyList<string> Columns)
{
    public abstract IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(WeerbaarDb db, CancellationToken ct);

    public abstract Task<int> CountAsync(WeerbaarDb db, CancellationToken ct);
}

/// <summary>
/// A table of one kind of stored thing, in the order of its ids. The rows are filtered by the database; the ids in them of
/// objects that the actor may not see (<see cref="ObjectIdsAttribute"/>) fall away here, whatever the column is called.
/// </summary>
public sealed record ExportedTable<T>(string Name, IReadOnlyList<(string Name, Func<T, object?> Value)> Definition)
    : ExportedTable(Name, [.. Definition.Select(c => c.Name)])
    where T : Stored
{
    public override async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(WeerbaarDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        var named = VisibleIds.PropertiesOf(typeof(T));
        var visible = named.Count == 0 ? [] : await db.Objects.AsNoTracking().Select(o => o.Id).ToHashSetAsync(ct);
        await foreach (var row in db.Set<T>().AsNoTracking().OrderBy(x => x.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            var unseen = named.SelectMany(p => IdsIn(p.GetValue(row))).Where(id => !visible.Contains(id)).ToHashSet(StringComparer.Ordinal);
            yield return [.. Definition.Select(c => unseen.Count == 0 ? c.Value(row) : Without(unseen, c.Value(row)))];
        }
    }

    public override Task<int> CountAsync(WeerbaarDb db, CancellationToken ct) => db.Set<T>().CountAsync(ct);

    private static IEnumerable<string> IdsIn(object? value) => value switch
    {
        string id => [id],
        IEnumerable<string> ids => ids,
        _ => [],
    };

    private static object? Without(HashSet<string> unseen, object? value) => value switch
    {
        string id => unseen.Contains(id) ? null : id,
        IEnumerable<string> ids => ids.Where(id => !unseen.Contains(id)).ToList(),
        _ => value,
    };
}
