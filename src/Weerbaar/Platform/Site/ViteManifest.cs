using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weerbaar.Platform.Site;

/// <summary>Which hashed files belong to a script or style entry, read from the manifest Vite writes beside them.</summary>
internal sealed class ViteManifest(IWebHostEnvironment environment)
{
    private const string Path = "web/manifest.json";
    private readonly Lazy<Dictionary<string, Chunk>> chunks = new(() => Read(environment));

    private sealed record Chunk(string File, [property: JsonPropertyName("css")] string[]? Styles, string[]? Imports);

    /// <summary>The script and style addresses of <c>src/web/src/{name}.ts</c>, its imports' styles included.</summary>
    public (string Script, IReadOnlyList<string> Styles) Entry(string name)
    {
        var key = $"src/{name}.ts";
        if (!chunks.Value.TryGetValue(key, out var entry))
        {
            throw new InvalidOperationException($"The web build has no entry '{key}'.");
        }

        return (Address(entry.File), [.. StylesOf(key, []).Distinct().Select(Address)]);
    }

    private static string Address(string file) => "/web/" + file;

    private IEnumerable<string> StylesOf(string key, HashSet<string> seen)
    {
        if (!seen.Add(key) || !chunks.Value.TryGetValue(key, out var chunk))
        {
            return [];
        }

        return (chunk.Imports ?? []).SelectMany(i => StylesOf(i, seen)).Concat(chunk.Styles ?? []);
    }

    private static Dictionary<string, Chunk> Read(IWebHostEnvironment environment)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(Path);
        if (!file.Exists)
        {
            throw new InvalidOperationException($"The file wwwroot/{Path} is missing; build the project to make it.");
        }

        using var stream = file.CreateReadStream();
        return JsonSerializer.Deserialize<Dictionary<string, Chunk>>(stream, JsonSerializerOptions.Web)!;
    }
}
