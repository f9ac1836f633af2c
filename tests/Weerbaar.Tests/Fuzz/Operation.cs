using System.Text.Json.Nodes;

namespace Weerbaar.Tests.Fuzz;

/// <summary>One operation as the OpenAPI document describes it.</summary>
internal sealed record Operation(string Method, string Path, IReadOnlyList<Operation.Parameter> Parameters, JsonNode? Body)
{
    public sealed record Parameter(string Name, string In, bool Required, JsonNode Schema);

    public bool NeedsVersion => In("header").Any();

    /// <summary>All but those that start a browser to print.</summary>
    public static IReadOnlyList<Operation> Of(JsonNode document) =>
    [
        .. from path in document["paths"]!.AsObject()
           where !path.Key.EndsWith("/pdf", StringComparison.Ordinal)
           from operation in path.Value!.AsObject()
           select new Operation(
               operation.Key.ToUpperInvariant(), path.Key, ParametersOf(operation.Value!),
               operation.Value!["requestBody"]?["content"]?["application/json"]?["schema"]),
    ];

    public IEnumerable<Parameter> In(string place) => Parameters.Where(p => p.In == place);

    public override string ToString() => $"{Method} {Path}";

    private static IReadOnlyList<Parameter> ParametersOf(JsonNode operation) =>
        [.. (operation["parameters"]?.AsArray() ?? []).Select(p => new Parameter(p!["name"]!.GetValue<string>(), p["in"]!.GetValue<string>(), p["required"]?.GetValue<bool>() == true, p["schema"]!))];
}
