using System.CommandLine;
using Weerbaar.Platform.Examples;

namespace Weerbaar.Platform.CommandLine;

/// <summary><c>weerbaar load</c>: loads a cycle from a folder, whole or not at all.</summary>
internal static class Load
{
    public static Command Verb()
    {
        var folder = new Argument<string>("folder") { Description = "The folder with example.yaml and the files beside it" };
        var verb = new Command("load", "Load a cycle from a folder of YAML files: all of it, or nothing.\nExample: weerbaar load examples/nl-2012")
        {
            folder, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) => Console.WithDatabaseAsync(
            DataOptions.Settings(parsed), (_, services) => LoadAsync(parsed.GetValue(folder)!, services, ct), ct));
        return verb;
    }

    private static async Task<int> LoadAsync(string folder, IServiceProvider services, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            throw new BadUse($"There is no folder {folder}. Name a folder that has an example.yaml.");
        }

        var count = await services.GetRequiredService<ExampleLoader>().LoadAsync(folder, ct);
        await System.Console.Out.WriteLineAsync($"Loaded {count} objects from {folder}.");
        return 0;
    }
}
