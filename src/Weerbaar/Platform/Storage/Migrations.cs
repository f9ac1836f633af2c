using System.Data.Common;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace Weerbaar.Platform.Storage;

/// <summary>
/// Brings the database to the newest schema: numbered SQL files per database, each run once, in a transaction
/// with its row in <c>schema_version</c>. A database newer than the program is refused.
/// </summary>
public static class Migrations
{
    private const long migrationLock = 7361_2008;

    public static async Task RunAsync(WeerbaarDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            var connection = db.Database.GetDbConnection();
            await PrepareAsync(db, connection, ct);
            foreach (var (number, sql) in Files(db.Database.IsSqlite()))
            {
                await ApplyAsync(connection, number, sql, ct);
            }

            await RefuseNewerAsync(db, connection, ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The migrations a start would run on a database that is there; it runs none.</summary>
    /// <exception cref="NewerDatabase">A newer program made it.</exception>
    public static async Task<IReadOnlyList<int>> WaitingAsync(WeerbaarDb db, CancellationToken ct)
    {
        var done = await db.Database.SqlQuery<int>($"SELECT number AS \"Value\" FROM schema_version").ToListAsync(ct);
        var known = Files(db.Database.IsSqlite()).Select(f => f.Number).ToList();
        return done.Max() <= known.Max() ? [.. known.Except(done)] : throw new NewerDatabase(done.Max(), known.Max());
    }

    /// <summary>Runs the waiting migrations and takes them back, so that it is known whether they will do on what is there.</summary>
    /// <exception cref="NewerDatabase">A newer program made it.</exception>
    public static async Task<IReadOnlyList<int>> TryAsync(WeerbaarDb db, CancellationToken ct)
    {
        var waiting = await WaitingAsync(db, ct);
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        await using var all = await connection.BeginTransactionAsync(ct);
        foreach (var (_, sql) in Files(db.Database.IsSqlite()).Where(f => waiting.Contains(f.Number)))
        {
            await ExecuteAsync(connection, sql, ct, all);
        }

        await all.RollbackAsync(ct);
        await db.Database.CloseConnectionAsync();
        return waiting;
    }

    /// <summary>The newest migration that ran on the database; 0 where none did.</summary>
    public static Task<int> NumberAsync(WeerbaarDb db, CancellationToken ct) =>
        db.Database.SqlQuery<int>($"SELECT COALESCE(max(number), 0) AS \"Value\" FROM schema_version").SingleAsync(ct);

    /// <summary>Does what only one of the processes that start together may do, one after the other.</summary>
    public static async Task<T> OneAtATimeAsync<T>(IServiceProvider services, Func<WeerbaarDb, Task<T>> work, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        await db.Database.OpenConnectionAsync(ct);
        var locks = db.Database.IsNpgsql();
        await (locks ? ExecuteAsync(db.Database.GetDbConnection(), $"SELECT pg_advisory_lock({migrationLock})", ct) : Task.CompletedTask);
        try
        {
            return await work(db);
        }
        finally
        {
            await (locks ? ExecuteAsync(db.Database.GetDbConnection(), $"SELECT pg_advisory_unlock({migrationLock})", CancellationToken.None) : Task.CompletedTask);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task PrepareAsync(WeerbaarDb db, DbConnection connection, CancellationToken ct)
    {
        await ExecuteAsync(connection, db.Database.IsSqlite() ? "PRAGMA journal_mode = WAL" : $"SELECT pg_advisory_lock({migrationLock})", ct);
        await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS schema_version (number integer NOT NULL PRIMARY KEY)", ct);
    }

    private static async Task ApplyAsync(DbConnection connection, int number, string sql, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await ExecuteAsync(connection, $"INSERT INTO schema_version SELECT {number} WHERE NOT EXISTS (SELECT 1 FROM schema_version WHERE number = {number})", ct, transaction) == 1)
        {
            await ExecuteAsync(connection, sql, ct, transaction);
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task RefuseNewerAsync(WeerbaarDb db, DbConnection connection, CancellationToken ct)
    {
        var known = Files(db.Database.IsSqlite()).Max(f => f.Number);
        var found = await NumberAsync(db, ct);
        if (db.Database.IsNpgsql())
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({migrationLock})", ct);
        }

        if (found > known)
        {
            throw new NewerDatabase(found, known);
        }
    }

    private static async Task<int> ExecuteAsync(DbConnection connection, string sql, CancellationToken ct, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction, command.CommandTimeout) = (sql, transaction, 0); // as long as it takes, also to wait for another process
        return await command.ExecuteNonQueryAsync(ct);
    }

    private static List<(int Number, string Sql)> Files(bool sqlite)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var folder = sqlite ? "migrations/Sqlite/" : "migrations/Postgres/";
        return [.. assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal))
            .Select(n => (Number(n[folder.Length..]), Read(assembly, n))).OrderBy(f => f.Item1)];
    }

    private static int Number(string file) => int.Parse(file.AsSpan(0, 4), CultureInfo.InvariantCulture);

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

/// <summary>The database was made by a newer program than this one.</summary>
public sealed class NewerDatabase(int found, int known)
    : Exception($"The database has schema {found}; this program knows schemas up to {known}. Start a newer program.");
