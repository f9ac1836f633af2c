using System.CommandLine;
using Weerbaar.Platform.Examples;

namespace Weerbaar.Platform.CommandLine;

/// <summary><c>weerbaar load</c>: loads a cycle from a folder, whole or not at all.</summary>
internal static class LoadVerb
{
    public static Command Verb()
    {
        var folder = new Argument<string>("folder") { Description = "The folder with example.yaml and the files beside it" };
        var verb = new Command("load", "Load a cycle from a folder of YAML files: all of it, or nothing.\nExample: weerbaar load examples/nl-2012")
        {
            folder, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) =>
        {
            var from = parsed.GetValue(folder)!;
            return Directory.Exists(from)
                ? OpenDatabase.OrNewAsync(DataOptions.Settings(parsed), (_, services) => LoadAsync(from, services, parsed.InvocationConfiguration.Output, ct), ct)
                : throw new BadUse($"There is no folder '{from}'. Name a folder that has an example.yaml.");
        });
        return verb;
    }

    private static async Task<int> LoadAsync(string folder, IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var count = await services.GetRequiredService<ExampleLoader>().LoadAsync(folder, ct);
        await output.WriteLineAsync($"Loaded {count} objects from {folder}.");
        return 0;
    }
}
