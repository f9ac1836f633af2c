using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Weerbaar.Platform.Storage;
using Database = Weerbaar.Platform.Storage.Database;

namespace Weerbaar.Platform.CommandLine;

/// <summary>A database that is made where there was none: for its owner only, and without anything in it again when what it was made for is refused.</summary>
internal static class NewDatabase
{
    /// <summary>Makes the file of SQLite, which takes over its rights for the files beside it.</summary>
    public static void MakeFile(Database database)
    {
        if (!database.IsSqlite || new SqliteConnectionStringBuilder(database.ConnectionString).DataSource is not { } file || File.Exists(file))
        {
            return;
        }

        try
        {
            PrivateFile.Create(file).Dispose();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // another process made it first, or SQLite says why it can't be
        }
    }

    /// <summary>Leaves it as one that is new to the next try. The file stays: another process may have opened it meanwhile.</summary>
    public static async Task EmptyAsync(IServiceProvider services)
    {
        try
        {
            await Migrations.OneAtATimeAsync(services, DropEmptyAsync, CancellationToken.None);
        }
        catch (DbException)
        {
            // Why it was refused says more.
        }
    }

    /// <summary>Drops our tables if nothing is in any of them, and waits for who is putting something in before it looks.</summary>
    private static async Task<bool> DropEmptyAsync(WeerbaarDb db)
    {
        await using var all = await db.Database.BeginTransactionAsync();
        var isSqlite = db.Database.IsSqlite();
        var ours = db.Model.GetRelationalModel().Tables.Select(t => t.Name).Append(FoundDatabase.Version).ToHashSet(StringComparer.Ordinal);
        var tables = await FoundDatabase.TablesAsync(db.Database.GetDbConnection(), isSqlite, CancellationToken.None);
        var names = string.Join(", ", tables.Select(t => $"\"{t}\""));
        await (isSqlite || tables.Count == 0 ? Task.CompletedTask : RunAsync(db, $"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"));
        if (tables.Count == 0 || !tables.All(ours.Contains) || await HoldAnythingAsync(db, tables))
        {
            return false;
        }

        foreach (var drop in isSqlite ? [.. tables.Select(t => $"DROP TABLE \"{t}\"")] : new[] { $"DROP TABLE {names}", "DROP FUNCTION IF EXISTS journal_is_only_added_to()" })
        {
            await RunAsync(db, drop);
        }

        await all.CommitAsync();
        return true;
    }

    private static async Task<bool> HoldAnythingAsync(WeerbaarDb db, IEnumerable<string> tables)
    {
        foreach (var table in tables.Where(t => t != FoundDatabase.Version))
        {
            if (await RunAsync(db, $"SELECT 1 FROM \"{table}\" LIMIT 1") is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<object?> RunAsync(WeerbaarDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, db.Database.CurrentTransaction?.GetDbTransaction());
        return await command.ExecuteScalarAsync();
    }
}
