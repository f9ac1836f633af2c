using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Tables;

/// <summary>
/// The rows of a table as the actor may see them. The rows themselves are filtered by the database; here also the ids
/// in them of objects that the actor may not see fall away.
/// </summary>
public static class VisibleRows
{
    /// <summary>The columns that hold ids of other objects in a row of an object.</summary>
    private static readonly HashSet<string> columnsOfIds = ["rests_on", "adopts", "basis"];

    public static async IAsyncEnumerable<IReadOnlyList<object?>> OfAsync(
        ExportedTable table, WeerbaarDb db, [EnumeratorCancellation] CancellationToken ct)
    {
        var links = table.Columns.Index().Where(c => columnsOfIds.Contains(c.Item)).Select(c => c.Index).ToHashSet();
        var visible = links.Count == 0 ? [] : await db.Objects.AsNoTracking().Select(o => o.Id).ToHashSetAsync(ct);
        await foreach (var row in table.RowsAsync(db).WithCancellation(ct))
        {
            yield return links.Count == 0 ? row : [.. row.Select((value, column) => links.Contains(column) ? Known(value, visible) : value)];
        }
    }

    private static object? Known(object? value, HashSet<string> visible) => value switch
    {
        string id => visible.Contains(id) ? id : null,
        IEnumerable<string> ids => ids.Where(visible.Contains).ToList(),
        _ => value,
    };
}
