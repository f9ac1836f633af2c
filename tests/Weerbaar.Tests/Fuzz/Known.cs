using System.Text.Json.Nodes;

namespace Weerbaar.Tests.Fuzz;

/// <summary>What the answers told: the ids of each collection, and the version that an id or a path has by now.</summary>
/// <param name="untouched">People who must go on being let in: nothing of theirs is changed.</param>
internal sealed class Known(IReadOnlyList<string> untouched)
{
    private const string root = "/api/v1/";

    private static readonly string[] objects = ["threats", "scenarios", "rounds", "advices", "decisions", "measures", "products"];

    private readonly Dictionary<string, List<string>> ids = [];
    private readonly Dictionary<string, long> versions = [];

    /// <summary>An id of the collection that an address is about, often one of the first, which have the most around them.</summary>
    public string Id(string collection, Garbage garbage)
    {
        var all = ids.GetValueOrDefault(collection == "objects" ? garbage.Choose(objects) : collection) ?? ["nowhere"];
        return garbage.Choose(garbage.Chance(2) ? all[..Math.Min(2, all.Count)] : all);
    }

    public void Add(string collection, string id)
    {
        var all = ids.TryGetValue(collection, out var known) ? known : ids[collection] = [];
        if (!all.Contains(id))
        {
            all.Add(id);
        }
    }

    public static string CollectionOf(string path) => path[root.Length..].Split('/')[0];

    public long Version(string path, string? id) => versions.TryGetValue(path, out var seen) || versions.TryGetValue(id ?? "", out seen) ? seen : 0;

    /// <summary>From the answer to a request about what is there, was made or was changed.</summary>
    public void Learn(string path, JsonNode? answer)
    {
        if (answer is JsonObject part && part["id"] is null && part["version"] is { } version && version.GetValueKind() == System.Text.Json.JsonValueKind.Number)
        {
            versions[path] = version.GetValue<long>();
        }

        Learn(answer, path[root.Length..].Split('/') is [var collection] ? collection : null);
    }

    private void Learn(JsonNode? node, string? collection)
    {
        if (node is JsonArray list)
        {
            list.ToList().ForEach(item => Learn(item, collection));
        }
        else if (node is JsonObject found)
        {
            Note(found, collection);
            found.ToList().ForEach(field => Learn(field.Value, collection));
        }
    }

    private void Note(JsonObject found, string? collection)
    {
        if (found["version"] is not { } version || Text(found, "id") is not { } id || untouched.Contains(id) || untouched.Contains(Text(found, "personId")))
        {
            return;
        }

        versions[id] = version.GetValue<long>();
        if (collection is not null)
        {
            Add(collection, id);
        }
    }

    private static string? Text(JsonObject found, string field) => found[field] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
