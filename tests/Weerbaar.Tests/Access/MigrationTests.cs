using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Access;

public sealed class MigrationTests
{
    [Theory, OnEveryDatabase]
    public async Task Titles_of_before_are_found_without_accents(DatabaseKind kind)
    {
        await using var database = await BeforeAsync(kind, 150);
        var no = kind == DatabaseKind.Sqlite ? "0" : "false";
        await database.ExecuteAsync($"INSERT INTO indexed_object (id, kind, marking, invented, changed_at, title_nl, title_en) VALUES ('s', 'scenario', 0, {no}, '2026-01-01 00:00:00', 'Uitval van Één kabel', 'A Crème brûlée')");

        var line = await MigratedAsync(database, db => db.Objects.SingleAsync());

        line.Searched.ShouldBe("uitval van een kabel\na creme brulee");
        line.Searched.ShouldBe(Weerbaar.Platform.Site.WordSearch.Folded(line.Title.Nl, line.Title.En));
    }

    [Theory, OnEveryDatabase]
    public async Task Everybody_keeps_the_one_role_they_had_everywhere(DatabaseKind kind)
    {
        await using var database = await BeforeAsync(kind, 90);
        var no = kind == DatabaseKind.Sqlite ? "0" : "false";
        await database.ExecuteAsync($"INSERT INTO person (id, name, email, role, clearance, disabled, version) VALUES ('a', 'A', 'a@example.org', 'Administrator', 2, {no}, 3), ('b', 'B', 'b@example.org', 'Reader', 0, {no}, 1)");

        var roles = await MigratedAsync(database, db => db.Set<RoleAssignment>().OrderBy(a => a.PersonId).ToListAsync());

        roles.Select(a => (a.PersonId, a.Role)).ShouldBe([("a", Role.Administrator), ("b", Role.Reader)]);
        roles.ShouldAllBe(a => a.Scope().IsEverywhere && a.IsInForce(DateOnly.MinValue) && a.IsInForce(DateOnly.MaxValue) && a.GivenAt == null);
    }

    /// <summary>A database as it was up to a migration.</summary>
    private static async Task<TestDatabase> BeforeAsync(DatabaseKind kind, int last)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE schema_version (number integer NOT NULL PRIMARY KEY)");
        foreach (var (number, sql) in Migrations(kind).Where(m => m.Number <= last))
        {
            await database.ExecuteAsync(sql);
            await database.ExecuteAsync($"INSERT INTO schema_version VALUES ({number})");
        }

        return database;
    }

    /// <summary>What is found in a database after all migrations.</summary>
    private static async Task<T> MigratedAsync<T>(TestDatabase database, Func<WeerbaarDb, Task<T>> find)
    {
        var collection = new ServiceCollection();
        Server.Add(collection, new ServerSettings { Database = database.Database, DataFolder = database.Folder });
        await using var services = collection.BuildServiceProvider();
        await services.MigrateAsync(CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        return await find(scope.ServiceProvider.GetRequiredService<WeerbaarDb>());
    }

    private static IEnumerable<(int Number, string Sql)> Migrations(DatabaseKind kind)
    {
        var assembly = typeof(Person).Assembly;
        var folder = $"migrations/{kind}/";
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(n =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
            return (int.Parse(n.AsSpan(folder.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
        });
    }
}
