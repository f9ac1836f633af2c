using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Tables;

/// <summary>A table as it leaves the program: its columns, and its rows as far as the actor may see them.</summary>
public abstract record ExportedTable(string Name, IReadOnlyList<string> Columns)
{
    public abstract IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(WeerbaarDb db);

    public abstract Task<int> CountAsync(WeerbaarDb db, CancellationToken ct);
}

/// <summary>A table of one kind of stored thing, in the order of its ids.</summary>
public sealed record ExportedTable<T>(string Name, IReadOnlyList<(string Name, Func<T, object?> Value)> Definition)
    : ExportedTable(Name, [.. Definition.Select(c => c.Name)])
    where T : Stored
{
    public override async IAsyncEnumerable<IReadOnlyList<object?>> RowsAsync(WeerbaarDb db)
    {
        await foreach (var row in db.Set<T>().AsNoTracking().OrderBy(x => x.Id).AsAsyncEnumerable())
        {
            yield return [.. Definition.Select(c => c.Value(row))];
        }
    }

    public override Task<int> CountAsync(WeerbaarDb db, CancellationToken ct) => db.Set<T>().CountAsync(ct);
}
