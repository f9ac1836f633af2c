using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Weerbaar.Tests.Site;

namespace Weerbaar.Tests.Api;

/// <summary>The published description of the HTTP API, and what the NL API Design Rules ask of it.</summary>
public sealed partial class OpenApiTests
{
    private static readonly string published = Path.GetFullPath(Path.Combine(Sources.Product, "../../docs/openapi.json"));

    private static readonly JsonSerializerOptions pretty = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<Task<string>> given = new(ReadAsync);

    [Fact]
    public async Task The_published_document_is_the_one_the_program_gives()
    {
        var now = await given.Value;
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1")
        {
            await File.WriteAllTextAsync(published, now);
        }

        (await File.ReadAllTextAsync(published)).ShouldBe(now, "docs/openapi.json is old. Renew it: UPDATE_OPENAPI=1 dotnet test tests/Weerbaar.Tests --filter OpenApiTests");
    }

    [Fact]
    public async Task The_document_says_whom_to_reach()
    {
        var contact = (await DocumentAsync())["info"]!["contact"]!.AsObject();

        contact.Select(p => p.Key).ShouldBe(["name", "email", "url"], ignoreOrder: true);
        contact.ShouldAllBe(p => p.Value!.GetValue<string>().Length > 0);
    }

    [Fact]
    public async Task Paths_are_kebab_case_and_parameters_camel_case()
    {
        var document = await DocumentAsync();
        var parts = document["paths"]!.AsObject().SelectMany(p => p.Key.Split('/', StringSplitOptions.RemoveEmptyEntries));
        var names = Operations(document).SelectMany(o => o.Operation["parameters"]?.AsArray() ?? [])
            .Where(p => p!["in"]!.GetValue<string>() != "header").Select(p => p!["name"]!.GetValue<string>());

        parts.Where(p => !PathPart().IsMatch(p)).ShouldBeEmpty();
        names.Where(n => !CamelCase().IsMatch(n)).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_path_ends_with_a_slash()
    {
        (await DocumentAsync())["paths"]!.AsObject().Select(p => p.Key).Where(p => p.EndsWith('/')).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_success_declares_the_version_of_the_API()
    {
        foreach (var (name, operation) in Operations(await DocumentAsync()))
        {
            var successes = operation["responses"]!.AsObject().Where(r => r.Key.StartsWith('2')).ToList();

            successes.ShouldNotBeEmpty(name);
            successes.ShouldAllBe(r => r.Value!["headers"]!["API-Version"] != null, name);
        }
    }

    [Fact]
    public async Task Every_operation_declares_400_and_its_problems_say_status_title_and_detail()
    {
        foreach (var (name, operation) in Operations(await DocumentAsync()))
        {
            var problems = operation["responses"]!.AsObject().Where(r => r.Key[0] is '4' or '5').ToList();

            problems.Select(r => r.Key).ShouldContain("400", name);
            problems.ShouldAllBe(r => Says(r.Value!, "status", "title", "detail"), name);
        }
    }

    [Fact]
    public async Task A_property_whose_name_ends_in_date_is_a_date()
    {
        var dates = Properties(await DocumentAsync()).Where(p => p.Key.EndsWith("date", StringComparison.OrdinalIgnoreCase)).ToList();

        dates.ShouldNotBeEmpty();
        dates.Where(p => p.Value!["format"]?.GetValue<string>() is not ("date" or "date-time")).Select(p => p.Key).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_body_has_a_schema_of_its_own_that_is_named_after_the_verb()
    {
        var bodies = Operations(await DocumentAsync())
            .Select(o => o.Operation["requestBody"]?["content"]?["application/json"]?["schema"]?["$ref"]?.GetValue<string>()).OfType<string>().ToList();

        bodies.Distinct().Count().ShouldBeGreaterThan(20);
        bodies.ShouldAllBe(b => b.EndsWith("Request") || b.EndsWith("JudgementInput"));
        bodies.ShouldNotContain("#/components/schemas/Request");
    }

    [Fact]
    public async Task The_document_is_given_to_who_has_not_signed_in_and_carries_the_version()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        var answer = await site.Visitor().GetAsync("/api/v1/openapi.json");

        answer.IsSuccessStatusCode.ShouldBeTrue();
        answer.Headers.GetValues("API-Version").Single().ShouldBe(Weerbaar.Platform.Api.Api.Version);
    }

    private static bool Says(JsonNode response, params string[] properties) =>
        response["content"]?["application/problem+json"]?["schema"] is { } schema
        && Resolved(schema)["properties"] is JsonObject said && properties.All(said.ContainsKey);

    private static JsonNode Resolved(JsonNode schema) => schema["$ref"]?.GetValue<string>() is { } path
        ? path.Split('/')[1..].Aggregate(schema.Root, (node, part) => node[part]!)
        : schema;

    private static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where operation.Value is JsonObject
        select ($"{operation.Key} {path.Key}", operation.Value);

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Properties(JsonNode? node) => node switch
    {
        JsonObject found => (found["properties"] as JsonObject ?? []).Concat(found.SelectMany(p => Properties(p.Value))),
        JsonArray items => items.SelectMany(Properties),
        _ => [],
    };

    private static async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await given.Value)!;

    private static async Task<string> ReadAsync()
    {
        await using var site = await TestSite.StartAsync(DatabaseKind.Sqlite);
        var document = JsonNode.Parse(await site.Visitor().GetStringAsync("/api/v1/openapi.json"))!;
        return document.ToJsonString(pretty).ReplaceLineEndings("\n") + "\n";
    }

    [GeneratedRegex(@"^(v\d+|[a-z0-9]+(-[a-z0-9]+)*|\{[a-z][A-Za-z0-9]*\})$")]
    private static partial Regex PathPart();

    [GeneratedRegex("^[a-z][A-Za-z0-9]*$")]
    private static partial Regex CamelCase();
}
