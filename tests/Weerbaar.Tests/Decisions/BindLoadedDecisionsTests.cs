using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Examples;

namespace Weerbaar.Tests.Decisions;

public sealed class BindLoadedDecisionsTests
{
    [Theory, OnEveryDatabase]
    public async Task The_published_cycle_of_2012_loads_with_its_decision_bound_to_its_round(DatabaseKind kind)
    {
        await using var site = await TestSite.StartAsync(kind);
        foreach (var example in new[] { "nl-2007", "nl-2012" })
        {
            await site.AsConsoleAsync((_, services) => services.GetRequiredService<ExampleLoader>()
                .LoadAsync(Path.Combine(AppContext.BaseDirectory, "examples", example), CancellationToken.None));
        }

        var reader = await site.SignInAsync(Role.Reader);
        var view = await reader.GetJsonAsync("/decisions/nl-2012.adopt-advices");
        view.GetProperty("decision").Text("basisState").ShouldBe("Current");
        view.GetProperty("basis").GetArrayLength().ShouldBe(7);
        (await reader.GetJsonAsync("/measures?organisation=VenJ")).GetProperty("total").GetInt32().ShouldBeGreaterThan(10);
        (await reader.GetJsonAsync("/advices?kind=Line")).GetProperty("total").GetInt32().ShouldBeGreaterThan(3);
    }
}
