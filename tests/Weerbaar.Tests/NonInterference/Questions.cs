using System.Text.Json.Nodes;
using Weerbaar.Tests.Fuzz;

namespace Weerbaar.Tests.NonInterference;

/// <summary>One request as it is sent to both worlds.</summary>
internal sealed record Question(HttpMethod Method, string Path, string? Body);

/// <summary>
/// Every page the program has, and every operation of its OpenAPI document, about what both worlds have, what only one has,
/// and what neither has. Nothing is named here that is asked: a new page or route is walked because it is there.
/// </summary>
internal sealed class Questions(TwoWorlds worlds, string ownId)
{
    public static IReadOnlyList<Question> Of(TwoWorlds worlds, string ownId, string openApi)
    {
        var questions = new Questions(worlds, ownId);
        return [.. questions.OfPages(), .. Operation.Of(JsonNode.Parse(openApi)!).SelectMany(questions.OfOperation)];
    }

    /// <summary>Those that need a browser are compared apart; what is listened to never ends.</summary>
    private IEnumerable<Question> OfPages() => Routes.Pages(worlds.Without).Where(r => !r.EndsWith("/pdf", StringComparison.Ordinal)).SelectMany(Filled)
        .SelectMany(p => new[] { p, $"{p}?format=csv", $"{p}?q={TwoWorlds.Secret}&with={worlds.Unseen[2]}&from=1&to=2" })
        .Select(p => new Question(HttpMethod.Get, p, null));

    /// <summary>An operation with what it asks for: words of what is hidden where it takes words, its ids where it takes ids.</summary>
    private IEnumerable<Question> OfOperation(Operation operation)
    {
        var query = string.Join('&', operation.In("query").Select(p => (p.Name, Value: ValueOf(p.Name))).Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}"));
        var method = new HttpMethod(operation.Method);
        foreach (var path in Filled(operation.Path))
        {
            if (method == HttpMethod.Get)
            {
                yield return new(method, path, null);
            }

            foreach (var body in method == HttpMethod.Get ? [null] : Bodies())
            {
                yield return new(method, query.Length == 0 ? path : $"{path}?{query}", body);
            }
        }
    }

    /// <summary>A change that is refused for its fields, and one that refers to what is hidden.</summary>
    private string?[] Bodies() =>
    [
        "{}",
        new JsonObject
        {
            ["marking"] = "Internal", ["reason"] = "Zomaar", ["restsOn"] = new JsonArray(worlds.Unseen[0]), ["title"] = new JsonObject { ["nl"] = TwoWorlds.Secret, ["en"] = "" },
        }.ToJsonString(),
    ];

    private string? ValueOf(string name) => name switch
    {
        "q" => TwoWorlds.Secret,
        "with" or "one" or "objectId" => worlds.Unseen[2],
        "other" => worlds.Open.Ids["scenario"],
        "from" => "1",
        "to" => "2",
        "samples" => "200",
        "marking" => "public",
        "recipient" => "BZK",
        _ => null,
    };

    private IEnumerable<string> Filled(string route) => Routes.Fill(route, name => Values(route, name));

    private IEnumerable<string> Values(string route, string name) => Routes.Values(route, name, worlds.Open.Ids, ownId).Concat(name switch
    {
        "scenarioId" => [worlds.Unseen[1]],
        "id" or "roundId" => [worlds.Unseen[0], worlds.Unseen[2], worlds.Unseen[^1], "nergens"],
        _ => [],
    });
}
