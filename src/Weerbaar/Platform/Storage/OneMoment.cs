using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Weerbaar.Platform.Storage;

/// <summary>A transaction that only reads, so that everything read in it is of one moment while others go on writing.</summary>
internal static class OneMoment
{
    public static async Task<IDbContextTransaction> OfAsync(WeerbaarDb db, CancellationToken ct)
    {
        if (!db.Database.IsSqlite())
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        }

        await db.Database.OpenConnectionAsync(ct);
        var reading = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(reading, ct))!;
    }
}
