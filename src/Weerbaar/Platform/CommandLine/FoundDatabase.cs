using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.CommandLine;

/// <summary>Looks at a database before anything is done to it: is it there, whole, and ours?</summary>
internal static class FoundDatabase
{
    /// <summary>The table that says which migrations ran.</summary>
    public const string Version = "schema_version";

    /// <exception cref="BadUse">A folder stands where the SQLite file should be, or there is none and none may be made.</exception>
    public static void RequirePlace(Database database, bool mayBeNew)
    {
        if (!database.IsSqlite)
        {
            return;
        }

        var file = new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        BadUse.Unless(!Directory.Exists(file), $"{file} is a folder. Name a file with --database sqlite:PATH, or the folder of one with --data.");
        BadUse.Unless(mayBeNew || File.Exists(file), NoneAt(file));
    }

    /// <returns>Whether it is ours already; else there is nothing in it yet.</returns>
    /// <exception cref="BadUse">It is damaged, of something else, or there is nothing in it yet and nothing may be made.</exception>
    public static async Task<bool> CheckAsync(WeerbaarDb db, Database database, bool mayBeNew, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        if (database.IsSqlite && await FirstAsync(connection, "PRAGMA quick_check(1)", ct) is not "ok")
        {
            throw new BadUse($"{DatabaseTrouble.Name(database)} {DatabaseTrouble.Damaged}");
        }

        var tables = await TablesAsync(connection, database.IsSqlite, ct);
        var isOurs = tables.Contains(Version) && await Migrations.NumberAsync(db, ct) > 0;
        BadUse.Unless(isOurs || tables.All(t => t == Version), $"{DatabaseTrouble.Name(database)} holds tables of something else. Give Weerbaar a database of its own with --database or --data.");
        BadUse.Unless(isOurs || mayBeNew, NoneAt(DatabaseTrouble.PlaceOf(database)));
        await db.Database.CloseConnectionAsync();
        return isOurs;
    }

    /// <exception cref="BadUse">Migrations wait for it.</exception>
    public static async Task RequireNewestAsync(WeerbaarDb db, Database database, CancellationToken ct) => BadUse.Unless(
        (await Migrations.WaitingAsync(db, ct)).Count == 0,
        $"{DatabaseTrouble.Name(database)} was made by an older Weerbaar. Back it up with that version, or let weerbaar serve bring it up to date.");

    private static string NoneAt(string place) =>
        $"There is no database at {place}. Name the folder of one with --data, or another with --database; weerbaar serve and weerbaar load make a new one.";

    public static async Task<List<string>> TablesAsync(DbConnection connection, bool isSqlite, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = isSqlite
            ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            : "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task<object?> FirstAsync(DbConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(ct);
    }
}
