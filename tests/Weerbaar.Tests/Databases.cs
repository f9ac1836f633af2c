using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Weerbaar.Platform;
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
    private static readonly Lazy<Task<TestDatabase>> sqliteTemplate = new(() => MigrateAsync(DatabaseKind.Sqlite));
    private static readonly Lazy<Task<TestDatabase>> postgresTemplate = new(() => MigrateAsync(DatabaseKind.Postgres));

    private readonly string folder = Directory.CreateTempSubdirectory("weerbaar-test-").FullName;
    private readonly string name = $"test_{Guid.NewGuid():n}";
    private readonly DatabaseKind kind;

    private TestDatabase(DatabaseKind kind) => this.kind = kind;

    public static string? PostgresServer { get; } = Environment.GetEnvironmentVariable("WEERBAAR_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public string Folder => folder;

    public string Name => kind == DatabaseKind.Sqlite ? folder : name;

    public Database Database => kind == DatabaseKind.Sqlite
        ? Database.Sqlite(Path.Combine(folder, "test.sqlite"))
        : Database.Parse("postgres:" + new NpgsqlConnectionStringBuilder(PostgresServer) { Database = name, MaxPoolSize = 10 });

    /// <summary>As the option <c>--database</c> takes it.</summary>
    public string Address => kind == DatabaseKind.Sqlite ? $"sqlite:{Path.Combine(folder, "test.sqlite")}" : $"postgres:{Database.ConnectionString}";

    public Task ExecuteAsync(string sql) => AskAsync(sql);

    public async Task<long> TablesAsync() => (long)(await AskAsync(kind == DatabaseKind.Sqlite
        ? "SELECT count(*) FROM sqlite_master"
        : "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"))!;

    public async Task<long> CountAsync(string from) => (long)(await AskAsync($"SELECT count(*) FROM {from}"))!;

    /// <summary>A database with its tables, copied from one that was migrated once for the whole run.</summary>
    public static async Task<TestDatabase> CreateMigratedAsync(DatabaseKind kind)
    {
        var database = new TestDatabase(kind);
        if (kind == DatabaseKind.Postgres)
        {
            await OnServerAsync($"CREATE DATABASE {database.name} TEMPLATE {(await postgresTemplate.Value).name}");
        }
        else
        {
            File.Copy(Path.Combine((await sqliteTemplate.Value).folder, "test.sqlite"), Path.Combine(database.folder, "test.sqlite"));
        }

        return database;
    }

    /// <summary>Another database with the same content; nobody may be connected to this one.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        var copy = new TestDatabase(kind);
        CloseConnections();
        if (kind == DatabaseKind.Postgres)
        {
            await OnServerAsync($"CREATE DATABASE {copy.name} TEMPLATE {name}");
        }
        else
        {
            File.Copy(Path.Combine(folder, "test.sqlite"), Path.Combine(copy.folder, "test.sqlite"));
        }

        return copy;
    }

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
        CloseConnections();
        if (kind == DatabaseKind.Postgres)
        {
            await OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using System.Data.Common.DbConnection connection =
            kind == DatabaseKind.Sqlite ? new SqliteConnection(Database.ConnectionString) : new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var answer = await command.ExecuteScalarAsync();
        CloseConnections();
        return answer;
    }

    private void CloseConnections()
    {
        if (kind == DatabaseKind.Postgres)
        {
            using var connection = new NpgsqlConnection(Database.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            using var connection = new SqliteConnection(Database.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    /// <summary>A template may have no connections, and a SQLite file is whole only once they are closed.</summary>
    private static async Task<TestDatabase> MigrateAsync(DatabaseKind kind)
    {
        var database = await CreateAsync(kind);
        var services = new ServiceCollection();
        Server.Add(services, new ServerSettings { Database = database.Database, DataFolder = database.folder });
        await using var provider = services.BuildServiceProvider();
        await provider.MigrateAsync(CancellationToken.None);
        database.CloseConnections();
        return database;
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
