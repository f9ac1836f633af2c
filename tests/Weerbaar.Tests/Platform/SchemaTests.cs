using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Platform;

public sealed class SchemaTests
{
    private const string sqliteCatalogue = """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk
        FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
        UNION ALL
        SELECT 'index ' || m.name || ' ' || i.name || ' ' || i."unique" || ' ' || x.seqno || ' ' || coalesce(x.name, '')
        FROM sqlite_master m JOIN pragma_index_list(m.name) i JOIN pragma_index_xinfo(i.name) x WHERE m.type = 'table' AND x.key = 1
        """;

    private const string postgresCatalogue = """
        SELECT 'column ' || t.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull
        FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid JOIN pg_namespace n ON n.oid = t.relnamespace
        WHERE n.nspname = 'public' AND t.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL SELECT 'constraint ' || conname || ' ' || pg_get_constraintdef(c.oid) FROM pg_constraint c
        JOIN pg_namespace n ON n.oid = c.connamespace WHERE n.nspname = 'public' AND c.contype <> 'n'
        UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
        """;

    /// <summary>But for indexes that only make long lists quick: they hold expressions, which the model can't.</summary>
    [Theory, OnEveryDatabase]
    public async Task The_migrated_schema_is_that_of_the_model(DatabaseKind kind)
    {
        var migrated = await SchemaAsync(kind, db => Migrations.RunAsync(db, CancellationToken.None));
        var created = await SchemaAsync(kind, db => db.Database.EnsureCreatedAsync());

        migrated.Where(line => !line.Contains("schema_version", StringComparison.Ordinal) && !line.Contains("long_list", StringComparison.Ordinal)).ShouldBe(created);
    }

    [Theory, OnEveryDatabase]
    public async Task A_database_newer_than_the_program_is_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        await services.MigrateAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WeerbaarDb>().Database.ExecuteSqlRawAsync("INSERT INTO schema_version VALUES (9999)");

        await Should.ThrowAsync<NewerDatabase>(() => services.MigrateAsync(CancellationToken.None));
    }

    private static async Task<List<string>> SchemaAsync(DatabaseKind kind, Func<WeerbaarDb, Task> make)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        await make(db);
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        return await LinesAsync(connection, kind == DatabaseKind.Sqlite ? sqliteCatalogue : postgresCatalogue);
    }

    private static async Task<List<string>> LinesAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static ServiceProvider Services(TestDatabase database)
    {
        var services = new ServiceCollection();
        Server.Add(services, new ServerSettings { Database = database.Database, DataFolder = database.Folder });
        return services.BuildServiceProvider();
    }
}
