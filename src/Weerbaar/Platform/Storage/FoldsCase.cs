using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>SQLite by itself lowers only the letters of ASCII; with this it sorts "ÉÉN" as "één", as PostgreSQL does, and a migration can take accents off.</summary>
internal sealed class FoldsCase : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Register(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Register(connection);
        return Task.CompletedTask;
    }

    private static void Register(DbConnection connection)
    {
        var sqlite = (SqliteConnection)connection;
        sqlite.CreateFunction("lower", (string? text) => text?.ToLowerInvariant(), isDeterministic: true);
        sqlite.CreateFunction("folded", (string text) => WordSearch.Folded(text), isDeterministic: true);
    }
}
