using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Weerbaar.Tests.Fuzz;

/// <summary>Makes values that are right as a rule, and now and then wrong in a way that programs stumble over.</summary>
/// <param name="random">The same seed makes the same values.</param>
/// <param name="document">The OpenAPI document, for what its schemas refer to.</param>
/// <param name="ids">Ids of objects that are there.</param>
internal sealed class Garbage(Random random, JsonNode document, IReadOnlyList<string> ids)
{
    private static readonly string[] words =
    [
        "", " ", "A", "0", "-1", "null", "undefined", "NaN", "Infinity", "%", "_", "%%%", "\\", "'", "\"", "'; --", "<b>&amp;", "{0}", "{{", "../../x", "*", "a,b", ";",
        "Reader, Analyst", "é\u0301", "\u202Eabc", "🜂", "漢字", "İı", "ß", "C", "A-low", "2.1", "0.1-0.2", "C:0.5", "equal-per-criterion", "nl-2009", "Public", "x x", "a\tb", "a\nb",
    ];

    private static readonly string[] controls = ["\0", "\u001b[2J", "\u0007", "\r", "\u0085", "\ud800", "\udfff", "\uffff"];

    private static readonly string[] numbers =
        ["0", "-0", "1", "-1", "2", "1000", "2147483647", "-2147483648", "2147483648", "9223372036854775807", "18446744073709551616", "1e400", "-1e400", "1e-400", "0.1", "1E2", "123456789012345678901234567890"];

    private static readonly string[] days = ["2026-01-01", "2024-02-29", "0001-01-01", "9999-12-31", "2026-02-30", "2026-1-1", "+002026-01-01", "2026-01-01T00:00:00Z"];

    public bool Chance(int outOf) => random.Next(outOf) == 0;

    public T Choose<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    public string Word() => random.Next(60) switch
    {
        0 => Choose(controls),
        1 => "A" + Choose(controls) + "B",
        2 => new string('a', random.Next(1, 30_000)),
        3 => Choose(numbers),
        4 => Choose(days),
        < 36 => Choose(ids),
        _ => Choose(words),
    };

    public string Number() => Choose(numbers);

    /// <summary>A body as bytes: mostly what the schema asks for, at times cut off, with a byte changed, or something else altogether.</summary>
    public byte[] Body(JsonNode schema)
    {
        var bytes = Encoding.UTF8.GetBytes(Json(schema, 0));
        switch (random.Next(25))
        {
            case 0: return bytes[..random.Next(bytes.Length)];
            case 1: bytes[random.Next(bytes.Length)] = (byte)random.Next(256); return bytes;
            case 2: return [.. bytes, .. bytes];
            case 3: return [0xEF, 0xBB, 0xBF, .. bytes];
            case 4: return Encoding.Unicode.GetBytes(Json(schema, 0));
            case 5: return Encoding.UTF8.GetBytes(Wrong());
            default: return bytes;
        }
    }

    /// <summary>A value for a place in an address.</summary>
    public string Value(JsonNode schema) => Chance(4) ? Word() : Resolved(schema) is var resolved && resolved["enum"] is JsonArray choices
        ? Choose(choices.ToList())?.GetValue<string>() ?? ""
        : resolved["type"]?.GetValue<string>() switch
        {
            "integer" or "number" => Number(),
            "boolean" => Choose(["true", "false", "1"]),
            _ => Word(),
        };

    private string Json(JsonNode schema, int depth)
    {
        if (Chance(40) || depth > 8)
        {
            return Wrong();
        }

        var resolved = Resolved(schema);
        return resolved["enum"] is JsonArray choices ? Choose(choices.ToList()) is { } word ? Quoted(word.GetValue<string>()) : "null" : resolved["type"]?.GetValue<string>() switch
        {
            "object" => Object(resolved, depth),
            "array" => "[" + string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Json(resolved["items"]!, depth + 1))) + "]",
            "integer" or "number" => Chance(2) ? Number() : random.Next(10).ToString(CultureInfo.InvariantCulture),
            "boolean" => Choose(["true", "false"]),
            "string" when resolved["format"]?.GetValue<string>() == "date" => Quoted(Choose(days)),
            "string" => Quoted(Word()),
            _ => Wrong(),
        };
    }

    private string Object(JsonNode schema, int depth)
    {
        var fields = (schema["properties"] as JsonObject ?? []).Where(_ => !Chance(12)).Select(p => $"{Quoted(p.Key)}:{Json(p.Value!, depth + 1)}").ToList();
        if (schema["additionalProperties"] is JsonObject more)
        {
            fields.AddRange(Enumerable.Range(0, random.Next(3)).Select(_ => $"{Quoted(Word())}:{Json(more, depth + 1)}"));
        }

        if (fields.Count > 0 && Chance(40))
        {
            fields.Add(Choose(fields));
        }

        if (Chance(40))
        {
            fields.Add($"{Quoted(Word())}:{Wrong()}");
        }

        return "{" + string.Join(',', fields) + "}";
    }

    private string Wrong() => random.Next(12) switch
    {
        0 or 1 => "null",
        2 => "[null]",
        3 => "[]",
        4 => "{}",
        5 => new string('[', 200),
        6 => new string('[', 40) + new string(']', 40),
        7 => "{\"nl\":null,\"en\":null}",
        8 => "true",
        9 => Number(),
        10 => "nonsense",
        _ => Quoted(Word()),
    };

    /// <summary>Halves of surrogate pairs are written as escapes, as a careless client would.</summary>
    private static string Quoted(string word) => word.Any(char.IsSurrogate) && !word.EnumerateRunes().All(r => r.Value != 0xFFFD)
        ? "\"" + string.Concat(word.Select(c => $"\\u{(int)c:x4}")) + "\""
        : JsonSerializer.Serialize(word);

    private JsonNode Resolved(JsonNode schema)
    {
        var found = schema["$ref"]?.GetValue<string>() is { } path
            ? path.Split('/')[1..].Aggregate(document, (node, part) => node[part]!)
            : schema;
        var whole = (found["allOf"] ?? found["oneOf"] ?? found["anyOf"])?.AsArray().FirstOrDefault(s => s!["nullable"] is null || s["$ref"] is not null);
        return whole is null ? found : Resolved(whole);
    }
}
