using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Weerbaar.Tests.Assessment;

/// <summary>The JSON Schema that editors use must accept what the loader accepts.</summary>
public class EditionSchemaTests
{
    private static readonly JsonNode schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Methods.Folder, "method-edition.schema.json")))!;

    [Theory]
    [MemberData(nameof(ShippedEditionsTests.Files), MemberType = typeof(ShippedEditionsTests))]
    public void Every_shipped_edition_fits_the_schema(string file) => Problems(File.ReadAllText(Path.Combine(Methods.Folder, file))).ShouldBeEmpty();

    [Theory]
    [InlineData("base: 3,", "bases: 3,", "bases")]
    [InlineData("rule: weighted-sum", "rule: sum", "rule")]
    [InlineData("version: 2026-11-22", "version: yesterday", "version")]
    [InlineData("id: nl-2009", "summery: x", "id")]
    [InlineData("verified: true", "verified: perhaps", "verified")]
    public void The_schema_sees_a_mistake(string right, string wrong, string where) =>
        Problems(File.ReadAllText(Path.Combine(Methods.Folder, "nl-2009.yaml")).Replace(right, wrong, StringComparison.Ordinal))
            .ShouldContain(p => p.EndsWith("/" + where, StringComparison.Ordinal));

    [Fact]
    public void An_edition_with_outranking_fits_the_schema() =>
        Problems(File.ReadAllText(Path.Combine(Methods.Folder, "nl-2009.yaml")).Replace("rule: weighted-sum", OtherRules.Outranking, StringComparison.Ordinal)).ShouldBeEmpty();

    private static List<string> Problems(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return [.. Check(Json(stream.Documents[0].RootNode), schema, "")];
    }

    /// <summary>The part of JSON Schema that the schema uses: says where a value does not fit.</summary>
    private static IEnumerable<string> Check(JsonNode value, JsonNode rule, string at)
    {
        if (rule["$ref"] is { } reference)
        {
            return Check(value, schema["$defs"]![reference.GetValue<string>().Split('/')[^1]]!, at);
        }

        if (rule["oneOf"] is JsonArray choices)
        {
            return choices.Count(c => !Check(value, c!, at).Any()) == 1 ? [] : [at];
        }

        var fits = HasType(value, rule["type"])
            && (rule["enum"] is not JsonArray allowed || allowed.Any(a => JsonNode.DeepEquals(a, value)))
            && (rule["pattern"]?.GetValue<string>() is not { } pattern || System.Text.RegularExpressions.Regex.IsMatch(value.ToString(), pattern))
            && InRange(value, rule);
        return !fits ? [at] : value switch
        {
            JsonObject map => CheckMap(map, rule, at),
            JsonArray list => list.SelectMany((item, i) => Check(item!, rule["items"]!, $"{at}/{i}")),
            _ => [],
        };
    }

    private static IEnumerable<string> CheckMap(JsonObject map, JsonNode rule, string at)
    {
        var missing = (rule["required"] as JsonArray ?? []).Select(k => k!.GetValue<string>()).Where(k => !map.ContainsKey(k)).Select(k => $"{at}/{k}");
        return missing.Concat(map.SelectMany(pair => (rule["properties"]?[pair.Key] ?? rule["additionalProperties"]) switch
        {
            JsonObject own => Check(pair.Value!, own, $"{at}/{pair.Key}"),
            _ => [$"{at}/{pair.Key}"],
        }));
    }

    private static bool HasType(JsonNode value, JsonNode? type) => type switch
    {
        null => true,
        JsonArray several => several.Any(t => HasType(value, t)),
        _ => type.GetValue<string>() switch
        {
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value is JsonValue v && v.TryGetValue<string>(out _),
            "boolean" => value is JsonValue v && v.TryGetValue<bool>(out _),
            "integer" => value is JsonValue v && v.TryGetValue<double>(out var number) && number == Math.Floor(number),
            _ => value is JsonValue v && v.TryGetValue<double>(out _),
        },
    };

    private static bool InRange(JsonNode value, JsonNode rule) => value is not JsonValue single || !single.TryGetValue<double>(out var number)
        || (number >= (rule["minimum"]?.GetValue<double>() ?? double.MinValue)
            && number <= (rule["maximum"]?.GetValue<double>() ?? double.MaxValue)
            && number > (rule["exclusiveMinimum"]?.GetValue<double>() ?? double.MinValue));

    private static JsonNode Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(c.Key.ToString(), (JsonNode?)Json(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when double.TryParse(plain.Value, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(((YamlScalarNode)node).Value!),
    };
}
