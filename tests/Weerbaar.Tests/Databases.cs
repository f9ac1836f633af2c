using System.Reflection;
using Microsoft.Data.Sqlite;
using Npgsql;
using Weerbaar.Platform.Storage;
using Xunit.Sdk;

namespace Weerbaar.Tests;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Runs a theory on SQLite, and on PostgreSQL when <c>WEERBAAR_TEST_POSTGRES</c> names a server.</summary>
public sealed class OnEveryDatabaseAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        yield return [DatabaseKind.Sqlite];
        if (TestDatabase.PostgresServer is not null)
        {
            yield return [DatabaseKind.Postgres];
        }
    }
}

/// <summary>An empty database of its own for one test, gone afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("weerbaar-test-").FullName;
    private readonly string name = $"test_{Guid.NewGuid():n}";
    private readonly DatabaseKind kind;

    private TestDatabase(DatabaseKind kind) => this.kind = kind;

    public static string? PostgresServer { get; } = Environment.GetEnvironmentVariable("WEERBAAR_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public string Folder => folder;

    public Database Database => kind == DatabaseKind.Sqlite
        ? Database.Sqlite(Path.Combine(folder, "test.sqlite"))
        : Database.Parse("postgres:" + new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 10 });

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = new TestDatabase(kind);
        if (kind == DatabaseKind.Postgres)
        {
            await OnServerAsync($"CREATE DATABASE {database.name}");
        }

        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (kind == DatabaseKind.Postgres)
        {
            NpgsqlConnection.ClearAllPools();
            await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class DatabasesThatAreTested
{
    [PostgresFact]
    public void PostgreSQL_is_among_the_databases_tested() => TestDatabase.PostgresServer.ShouldNotBeNull();

    private sealed class PostgresFactAttribute : FactAttribute
    {
        public PostgresFactAttribute() =>
            Skip = TestDatabase.PostgresServer is null && Environment.GetEnvironmentVariable("CI") is null
                ? "No PostgreSQL: ./test starts one"
                : null;
    }
}
