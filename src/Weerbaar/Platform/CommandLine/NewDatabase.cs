using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Weerbaar.Platform.Storage;
using Database = Weerbaar.Platform.Storage.Database;

namespace Weerbaar.Platform.CommandLine;

/// <summary>A database that is made where there was none: for its owner only, and gone again when what it was made for is refused.</summary>
internal static class NewDatabase
{
    /// <summary>Makes the file of SQLite, which takes over its rights for the files beside it.</summary>
    /// <returns>The file, when it was not there.</returns>
    public static string? MakeFile(Database database)
    {
        if (!database.IsSqlite || new SqliteConnectionStringBuilder(database.ConnectionString).DataSource is not { } file || File.Exists(file))
        {
            return null;
        }

        try
        {
            PrivateFile.Create(file).Dispose();
            return file;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null; // another process made it first, or SQLite says why it can't be
        }
    }

    /// <summary>Leaves the place as it was found, unless somebody has put something in meanwhile.</summary>
    public static async Task TakeAwayAsync(IServiceProvider services, Database database, string? file)
    {
        try
        {
            var isGone = await Migrations.OneAtATimeAsync(services, DropEmptyAsync, CancellationToken.None);
            if (isGone && file is not null)
            {
                using var pool = new SqliteConnection(database.ConnectionString);
                SqliteConnection.ClearPool(pool);
                new[] { file, $"{file}-wal", $"{file}-shm" }.ToList().ForEach(File.Delete);
            }
        }
        catch (DbException)
        {
            // Why it was refused says more.
        }
    }

    private static async Task<bool> DropEmptyAsync(WeerbaarDb db)
    {
        await using var all = await db.Database.BeginTransactionAsync();
        var isSqlite = db.Database.IsSqlite();
        var tables = await FoundDatabase.TablesAsync(db.Database.GetDbConnection(), isSqlite, CancellationToken.None);
        var ours = db.Model.GetRelationalModel().Tables.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var table in tables.Where(t => t != FoundDatabase.Version))
        {
            if (!ours.Contains(table) || await RunAsync(db, $"SELECT 1 FROM \"{table}\" LIMIT 1") is not null)
            {
                return false;
            }
        }

        foreach (var table in tables)
        {
            await RunAsync(db, $"DROP TABLE \"{table}\"{(isSqlite ? "" : " CASCADE")}");
        }

        await (isSqlite ? Task.CompletedTask : RunAsync(db, "DROP FUNCTION IF EXISTS journal_is_only_added_to()"));
        await all.CommitAsync();
        return true;
    }

    private static async Task<object?> RunAsync(WeerbaarDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        (command.CommandText, command.Transaction) = (sql, db.Database.CurrentTransaction?.GetDbTransaction());
        return await command.ExecuteScalarAsync();
    }
}
