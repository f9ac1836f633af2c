using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Yaml;
using Weerbaar.WorkingMethod.Cycle;

namespace Weerbaar.Tests.Cycle;

public sealed class LoadProductsTests
{
    [Theory, OnEveryDatabase]
    public async Task A_day_is_read_as_a_day_and_a_year_as_words(DatabaseKind kind)
    {
        var loaded = await LoadAsync(kind, Product("a", "2012-05-31") + Product("b", "\"2007-2008\"") + Product("c", "null"));

        loaded.Select(p => p.Due).ShouldBe([new DateOnly(2012, 5, 31), null, null]);
        loaded.Select(p => p.DueNote.En).ShouldBe(["", "2007-2008", ""]);
    }

    [Theory, OnEveryDatabase]
    public async Task A_day_that_does_not_exist_is_refused_with_its_line(DatabaseKind kind)
    {
        var refused = await Should.ThrowAsync<BadInputException>(() => LoadAsync(kind, Product("a", "2012-02-31")));

        refused.Message.ShouldContain("products.yaml:4");
    }

    [Theory, OnEveryDatabase]
    public async Task A_lead_nobody_knows_is_refused(DatabaseKind kind)
    {
        var refused = await Should.ThrowAsync<BadInputException>(() => LoadAsync(kind, Product("a", "null").Replace("JenV", "Nobody", StringComparison.Ordinal)));

        refused.Message.ShouldContain("Nobody");
    }

    private static string Product(string id, string due) =>
        $"""
        - id: {id}
          title: Scan
          kind: horizon-scan
          due: {due}
          delivered: null
          lead: JenV

        """;

    private static async Task<IReadOnlyList<Product>> LoadAsync(DatabaseKind kind, string products)
    {
        await using var site = await TestSite.StartAsync(kind);
        var folder = Directory.CreateDirectory(Path.Combine(site.DataFolder, "cycle")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "example.yaml"), "id: cycle\ntitle: Cycle\ninvented: true\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "products.yaml"), products);
        return await site.AsConsoleAsync(async (db, services) =>
        {
            await services.GetRequiredService<ExampleLoader>().LoadAsync(folder, CancellationToken.None);
            return await db.Set<Product>().OrderBy(p => p.Id).ToListAsync();
        });
    }
}
