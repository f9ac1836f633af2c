using System.Globalization;
using System.Text.Json.Nodes;
using Weerbaar.Tests.Assessment;
using Weerbaar.WorkingMethod.Assessment.Uncertainty;

namespace Weerbaar.Tests.Fuzz;

/// <summary>Makes what the OpenAPI document asks for: right in form by the schema, and in meaning by the name of the field.</summary>
internal sealed class Sound(Garbage garbage, JsonNode document, Known known)
{
    public const string OwnRoles = "own roles";
    public const string Emails = "e-mail addresses";

    private static readonly string[] organisations = ["AZ", "BZK", "JenV"];
    private static readonly string[] weights = ["equal-per-criterion", "interests", "uniform", "profiles"];
    private static readonly string[] tables = ["threats", "scenarios", "measures", "judgements", "measure-progress"];

    private int made;
    private string letter = "C";

    /// <summary>The classes of one request agree with each other.</summary>
    public void Next() => (made, letter) = (made + 1, garbage.Choose(["A", "B", "C", "D", "E"]));

    /// <summary>A value for a place in an address.</summary>
    public string Value(Operation.Parameter parameter, string path) => Plain(Json(parameter.Schema, parameter.Name, Known.CollectionOf(path)));

    /// <summary>A value as JSON; null only where that is allowed.</summary>
    /// <param name="schema">What the document says of it.</param>
    /// <param name="name">The name of the field it is for.</param>
    /// <param name="collection">What the operation is about.</param>
    public JsonNode? Json(JsonNode schema, string name, string collection)
    {
        var resolved = Resolved(schema);
        if (resolved["enum"] is JsonArray choices)
        {
            return name is "marking" or "clearance" or "fallsTo" ? "Internal" : garbage.Choose(choices.ToList())?.DeepClone();
        }

        return resolved["type"]?.GetValue<string>() switch
        {
            "object" => Object(resolved, collection),
            "array" => new JsonArray([.. Enumerable.Range(0, garbage.Below(3)).Select(_ => Json(resolved["items"]!, name, collection)).DistinctBy(v => v?.ToJsonString())]),
            "integer" or "number" => name == "error" ? JsonValue.Create(0.05) : Number(name),
            "boolean" => name != "disabled" && garbage.Chance(2),
            _ when resolved["format"]?.GetValue<string>() == "date" => Day(name),
            _ => Word(name, collection),
        };
    }

    private JsonObject Object(JsonNode schema, string collection)
    {
        var required = (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).ToHashSet();
        return new((schema["properties"]?.AsObject() ?? []).Where(p => required.Contains(p.Key) || garbage.Chance(2))
            .Select(p => KeyValuePair.Create(p.Key, Json(p.Value!, p.Key, collection))));
    }

    private int Number(string name) => name switch
    {
        "page" or "from" or "to" => 1,
        "samples" => 1 + garbage.Below(300),
        _ => 1 + garbage.Below(5),
    };

    private static string Day(string name) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(name == "until" ? 5 : 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Word(string name, string collection) => name switch
    {
        "id" => known.Id(collection, garbage),
        "roundId" or "with" or "basis" => known.Id("rounds", garbage),
        "scenarioId" or "scenarioIds" or "one" or "other" => known.Id("scenarios", garbage),
        "adopts" => known.Id("advices", garbage),
        "personId" or "ownerId" or "actorId" => known.Id("people", garbage),
        "assignmentId" => known.Id(OwnRoles, garbage),
        "restsOn" or "objectId" or "what" => known.Id("objects", garbage),
        "organisation" or "lead" or "leads" or "partners" or "recipient" or "releasedTo" => garbage.Choose(organisations),
        "lower" or "best" or "upper" => letter,
        "criterion" => garbage.Choose(RoundRequests.Criteria),
        "editionId" => "nl-2009",
        "table" => garbage.Choose([.. UncertaintyTables.Names]),
        "name" when collection == "tables" => garbage.Choose(tables),
        "email" when collection == "delegations" => known.Id(Emails, garbage),
        "email" => $"person{made}@example.org",
        "interest" => garbage.Below(1000).ToString(CultureInfo.InvariantCulture),
        "address" => "https://example.org/document",
        "weights" => garbage.Choose(weights),
        "sampling" => garbage.Choose(["mc", "qmc"]),
        "valueFunction" => "",
        "marking" => garbage.Choose(["public", "internal"]),
        "lang" => garbage.Choose(["nl", "en"]),
        "since" => "1000000",
        "on" => garbage.Choose(["2026-01-01", Day(name)]),
        _ => garbage.Chance(2) ? garbage.Plain() : "Woord",
    };

    private static string Plain(JsonNode? value) => value is JsonValue word && word.TryGetValue<string>(out var text) ? text : value?.ToJsonString() ?? "";

    private JsonNode Resolved(JsonNode schema)
    {
        var found = schema["$ref"]?.GetValue<string>() is { } path
            ? path.Split('/')[1..].Aggregate(document, (node, part) => node[part]!)
            : schema;
        var whole = (found["allOf"] ?? found["oneOf"] ?? found["anyOf"])?.AsArray().FirstOrDefault(s => s!["nullable"] is null || s["$ref"] is not null);
        return whole is null ? found : Resolved(whole);
    }
}
