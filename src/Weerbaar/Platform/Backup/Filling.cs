using System.Data.Common;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Backup;

/// <summary>Puts rows into an empty database, table after table.</summary>
internal sealed class Filling(WeerbaarDb db) : IAsyncDisposable
{
    private DbCommand? insertion;

    public async Task BeginAsync(TableShape table)
    {
        await DisposeAsync();
        insertion = TableRows.Insertion(db, table);
    }

    public Task RowAsync(object?[] row, CancellationToken ct) => TableRows.InsertAsync(insertion!, row, ct);

    public ValueTask DisposeAsync() => insertion?.DisposeAsync() ?? ValueTask.CompletedTask;
}
