using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Weerbaar.Platform.Markings;

namespace Weerbaar.Platform.Storage;

/// <summary>Which database: <c>sqlite:PATH</c> (the default) or <c>postgres:CONNECTIONSTRING</c>.</summary>
public sealed record Database(bool IsSqlite, string ConnectionString)
{
    private const string sqlitePrefix = "sqlite:";
    private const string postgresPrefix = "postgres:";

    /// <exception cref="FormatException">The text begins with neither prefix.</exception>
    public static Database Parse(string text) => text switch
    {
        _ when text.StartsWith(sqlitePrefix, StringComparison.Ordinal) => Sqlite(text[sqlitePrefix.Length..]),
        _ when text.StartsWith(postgresPrefix, StringComparison.Ordinal) => new(false, Tuned(text[postgresPrefix.Length..])),
        _ => throw new FormatException($"The database '{text}' is neither sqlite:PATH nor postgres:CONNECTIONSTRING."),
    };

    public static Database Sqlite(string path) =>
        new(true, new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(path), DefaultTimeout = 10 }.ToString());

    public void Configure(DbContextOptionsBuilder options)
    {
        _ = IsSqlite
            ? options.UseSqlite(ConnectionString).AddInterceptors(new FoldsCase())
            : options.UseNpgsql(ConnectionString, postgres => postgres.ExecutionStrategy(d => new TryAgain(d)));
        options.AddInterceptors(new NoBulkWrites(), ReadAsActor.Instance);
        options.ConfigureWarnings(w => w.Log(
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug)));
    }

    /// <summary>Two writers waited for each other, and the database gave one of them up.</summary>
    public static bool IsDeadlock(Exception? failed) =>
        failed is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } || (failed is not null && IsDeadlock(failed.InnerException));

    /// <summary>
    /// Where the connection string does not say otherwise, PostgreSQL keeps the plans of what is asked often, and compiles no
    /// query to machine code: planning, and compiling the more, take longer than running it.
    /// </summary>
    private static string Tuned(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder($"Options=-c jit=off;Max Auto Prepare=100;{connectionString}").ToString();
        }
        catch (ArgumentException)
        {
            return connectionString; // what is wrong with it is said where it is taken in
        }
    }
}
