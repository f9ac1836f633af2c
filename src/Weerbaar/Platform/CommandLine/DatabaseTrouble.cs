using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.CommandLine;

/// <summary>Why a database can't be used, in words. What is not about the database itself, such as a broken constraint, is a defect and has none.</summary>
internal static class DatabaseTrouble
{
    public const string Damaged = "is damaged. Restore a backup; weerbaar journal verify then tells whether that one is whole.";

    public static string Name(Database database) => $"The database {(database.IsSqlite ? "" : "on PostgreSQL ")}{PlaceOf(database)}";

    /// <summary>The file, or the server and the name; never a password.</summary>
    public static string PlaceOf(Database database)
    {
        if (database.IsSqlite)
        {
            return new SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        }

        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return $"{server.Host}:{server.Port}/{server.Database ?? server.Username}";
    }

    /// <summary>What follows the name of the database in a sentence, or null.</summary>
    public static string? Of(Exception refused) => refused switch
    {
        NewerDatabase newer => $"can't be used by this program. {newer.Message}",
        SqliteException sqlite => Of(sqlite),
        PostgresException { SqlState: [.. var kind, _, _, _] } postgres when kind is "08" or "28" or "3D" or "53" or "57" || postgres.SqlState == PostgresErrorCodes.InsufficientPrivilege =>
            $"can't be used: {postgres.MessageText}. Correct --database, or set it right on the server.",
        PostgresException => null,
        NpgsqlException npgsql => $"can't be reached: {(npgsql.InnerException ?? npgsql).Message.TrimEnd('.')}. Check that the server runs and that --database names it.",
        { InnerException: { } inner } => Of(inner),
        _ => null,
    };

    private static string? Of(SqliteException refused) => refused.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "is kept locked by another program. Stop that one, or try again later.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => "can't be written. Give the user that runs weerbaar the right to write the file and its folder.",
        raw.SQLITE_FULL => "can't grow: the disk is full. Make room, and do it again; nothing was changed.",
        raw.SQLITE_IOERR => "can't be read or written: the disk refuses. Make sure that it works and is not full.",
        raw.SQLITE_CORRUPT => Damaged,
        raw.SQLITE_NOTADB => "is no SQLite database. Name another with --database or --data, or restore a backup.",
        raw.SQLITE_CANTOPEN => "can't be opened. Check that its folder is there and can be written.",
        _ => null,
    };
}
