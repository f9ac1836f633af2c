using System.Text;
using System.Text.Json.Nodes;

namespace Weerbaar.Tests.Fuzz;

/// <summary>A request that can still be spoiled, in one place or in several.</summary>
internal sealed class Draft
{
    private const string inPlace = "\u2045place\u2046";
    private const string twice = "\u2045twice\u2046";

    private readonly Dictionary<string, string> parts;
    private readonly Dictionary<string, string> query;
    private readonly Operation operation;
    private readonly JsonNode? body;
    private string method;
    private string? version;
    private string contentType = "application/json";
    private string? wrong;
    private bool broken;

    private Draft(Operation operation, Dictionary<string, string> parts, Dictionary<string, string> query, JsonNode? body) =>
        (this.operation, this.parts, this.query, this.body, method) = (operation, parts, query, body, operation.Method);

    /// <summary>As it should be, as far as the document and the answers so far tell.</summary>
    public static Draft Of(Operation operation, Sound sound, Known known, Garbage garbage)
    {
        sound.Next();
        var parts = operation.In("path").ToDictionary(p => p.Name, p => sound.Value(p, operation.Path));
        var query = operation.In("query").Where(p => p.Required || p.Name is "samples" or "since" || garbage.Chance(3)).ToDictionary(p => p.Name, p => sound.Value(p, operation.Path));
        var draft = new Draft(operation, parts, query, operation.Body is null ? null : sound.Json(operation.Body, "", Known.CollectionOf(operation.Path)));
        draft.version = operation.NeedsVersion ? $"\"{known.Version(draft.Path, parts.Count == 1 ? parts.Values.Single() : null)}\"" : null;
        return draft;
    }

    public string Path => parts.Aggregate(operation.Path, (path, part) => path.Replace($"{{{part.Key}}}", Escaped(part.Value), StringComparison.Ordinal));

    public void Spoil(Garbage garbage)
    {
        switch (garbage.Below(body is null ? 5 : 14))
        {
            case 0: method = garbage.Choose(["TRACE", "PATCH", "DELETE", "POST", "PUT"]); break;
            case 1 when parts.Count > 0: parts[garbage.Choose([.. parts.Keys])] = garbage.Word(); break;
            case 2 or 3: SpoilQuery(garbage); break;
            case 4: version = garbage.Choose(["\"0\"", "\"1\"", "\"99\"", "*", "x", "\"-1\"", null]); break;
            case 5: contentType = garbage.Choose(["text/plain", "application/json; charset=utf-16", ""]); break;
            case 6: broken = true; break;
            default: SpoilField(garbage, body is JsonObject whole ? garbage.Choose(ObjectsIn(whole).ToList()) : null); break;
        }
    }

    public HttpRequestMessage Request(Garbage garbage)
    {
        var asked = string.Join('&', query.Select(q => $"{q.Key}={Escaped(q.Value)}"));
        var request = new HttpRequestMessage(new HttpMethod(method), $"{Path}?{asked}");
        if (body is not null && method != "TRACE")
        {
            var bytes = Encoding.UTF8.GetBytes(Text());
            request.Content = new ByteArrayContent(broken ? garbage.Broken(bytes) : bytes);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        return request;
    }

    public string Text() => (body?.ToJsonString() ?? "").Replace($"\"{Encoded(inPlace)}\"", wrong, StringComparison.Ordinal).Replace(Encoded(twice), "", StringComparison.Ordinal);

    private void SpoilQuery(Garbage garbage)
    {
        if (operation.In("query").ToList() is { Count: > 0 } may)
        {
            query[garbage.Choose(may).Name] = garbage.Chance(2) ? garbage.Word() : garbage.Number();
        }
    }

    private void SpoilField(Garbage garbage, JsonObject? fields)
    {
        if (fields is null || fields.Count == 0 || wrong is not null)
        {
            return;
        }

        var name = garbage.Choose([.. fields.Select(f => f.Key)]);
        switch (garbage.Below(10))
        {
            case 0: fields.Remove(name); break;
            case 1: fields[name + twice] = fields[name]?.DeepClone(); break;
            case 2: (fields["unknown"], wrong) = (inPlace, garbage.Wrong()); break;
            default: (fields[name], wrong) = (inPlace, garbage.Chance(2) ? Garbage.Quoted(garbage.Word()) : garbage.Wrong()); break;
        }
    }

    private static IEnumerable<JsonObject> ObjectsIn(JsonObject whole) =>
        whole.Select(f => f.Value).SelectMany(v => v is JsonArray list ? list.AsEnumerable() : [v]).OfType<JsonObject>().SelectMany(ObjectsIn).Append(whole);

    private static string Encoded(string mark) => JsonValue.Create(mark).ToJsonString().Trim('"');

    /// <summary>An address can carry neither half a surrogate pair nor a null, nor very much.</summary>
    private static string Escaped(string word) =>
        Uri.EscapeDataString(string.Concat(word.EnumerateRunes())) is { Length: > 0 and < 3000 } escaped && !escaped.Contains("%00", StringComparison.Ordinal) ? escaped : "x";
}
