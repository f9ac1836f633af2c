using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Weerbaar.Platform.Storage;

/// <summary>A transaction that only reads, so that everything read in it is of one moment while others go on writing.</summary>
internal static class OneMoment
{
    public static async Task<IAsyncDisposable> OfAsync(WeerbaarDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        }

        await db.Database.OpenConnectionAsync(ct);
        var reading = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return new Lent(reading, (await db.Database.UseTransactionAsync(reading, ct))!);
    }

    /// <summary>Whoever lends a transaction to the context ends it: the context only forgets it.</summary>
    private sealed class Lent(SqliteTransaction reading, IDbContextTransaction known) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await known.DisposeAsync();
            await reading.DisposeAsync();
        }
    }
}
