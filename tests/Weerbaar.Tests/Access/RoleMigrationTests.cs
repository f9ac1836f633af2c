using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Access;

public sealed class RoleMigrationTests
{
    private const int before = 90;

    [Theory, OnEveryDatabase]
    public async Task Everybody_keeps_the_one_role_they_had_everywhere(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await database.ExecuteAsync("CREATE TABLE schema_version (number integer NOT NULL PRIMARY KEY)");
        foreach (var (number, sql) in Migrations(kind).Where(m => m.Number <= before))
        {
            await database.ExecuteAsync(sql);
            await database.ExecuteAsync($"INSERT INTO schema_version VALUES ({number})");
        }

        var no = kind == DatabaseKind.Sqlite ? "0" : "false";
        await database.ExecuteAsync($"INSERT INTO person (id, name, email, role, clearance, disabled, version) VALUES ('a', 'A', 'a@example.org', 'Administrator', 2, {no}, 3), ('b', 'B', 'b@example.org', 'Reader', 0, {no}, 1)");
        var collection = new ServiceCollection();
        Server.Add(collection, new ServerSettings { Database = database.Database, DataFolder = database.Folder });
        await using var services = collection.BuildServiceProvider();
        await services.MigrateAsync(CancellationToken.None);

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        var roles = await scope.ServiceProvider.GetRequiredService<WeerbaarDb>().Set<RoleAssignment>().OrderBy(a => a.PersonId).ToListAsync();
        roles.Select(a => (a.PersonId, a.Role)).ShouldBe([("a", Role.Administrator), ("b", Role.Reader)]);
        roles.ShouldAllBe(a => a.Scope().IsEverywhere && a.IsInForce(DateOnly.MinValue) && a.IsInForce(DateOnly.MaxValue) && a.GivenAt == null);
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
