using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Examples;

/// <summary>Worked cycles on published material, shipped with the program.</summary>
public static class Examples
{
    /// <summary>In the order they rest on one another.</summary>
    public static IReadOnlyList<string> Shipped { get; } = ["nl-2007", "nl-2012", "illustration"];

    public static void AddExamples(this IServiceCollection services) => services.AddScoped<ExampleLoader>();

    /// <summary>Loads the shipped cycles that the database does not have yet.</summary>
    public static async Task LoadShippedAsync(IServiceProvider services, string programFolder, CancellationToken ct)
    {
        foreach (var example in Shipped)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
            var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
            if (!db.Objects.Any(o => o.Id.StartsWith(example + ".")))
            {
                await scope.ServiceProvider.GetRequiredService<ExampleLoader>().LoadAsync(Path.Combine(programFolder, "examples", example), ct);
            }
        }
    }
}
