using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Api;

/// <summary>
/// Compares JSON with the type it will be read as, and names every place that does not fit, as <c>consequences[0].text</c>:
/// a field unknown, missing, twice or null, an item that is null, a value of another kind, a text that is not plain.
/// </summary>
internal sealed class JsonFit(JsonSerializerOptions options)
{
    private readonly InputCheck check = new();

    public InputCheck Check(JsonElement body, Type type)
    {
        Fit(body, type, "");
        return check;
    }

    private void Fit(JsonElement value, Type type, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            Wrong(path, "api.error.null");
            return;
        }

        var info = options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when Is(value, JsonValueKind.Object, path, "api.error.object"):
                FitFields(value, info, path);
                break;
            case JsonTypeInfoKind.Dictionary when Is(value, JsonValueKind.Object, path, "api.error.object"):
                FitEntries(value, info.ElementType!, path);
                break;
            case JsonTypeInfoKind.Enumerable when Is(value, JsonValueKind.Array, path, "api.error.list"):
                FitItems(value, info.ElementType!, path);
                break;
            case JsonTypeInfoKind.None:
                JsonScalars.Fit(check, value, info, path);
                break;
        }
    }

    private void FitItems(JsonElement list, Type item, string path)
    {
        check.Require(list.GetArrayLength() <= InputLimits.LongestList, path, "api.error.list-long", InputLimits.LongestList);
        foreach (var (number, value) in list.EnumerateArray().Take(InputLimits.LongestList).Index())
        {
            Fit(value, item, $"{path}[{number}]");
        }
    }

    private void FitEntries(JsonElement entries, Type type, string path)
    {
        check.Require(entries.GetPropertyCount() <= InputLimits.LongestList, path, "api.error.list-long", InputLimits.LongestList);
        foreach (var (name, value) in Named(entries, path, StringComparer.Ordinal))
        {
            Fit(value, type, Below(path, name));
        }
    }

    private void FitFields(JsonElement fields, JsonTypeInfo info, string path)
    {
        var sent = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in Named(fields, path, StringComparer.OrdinalIgnoreCase))
        {
            sent.Add(name);
            FitField(info, name, value, path);
        }

        foreach (var missing in info.Properties.Where(p => MustBeThere(p) && !sent.Contains(p.Name)))
        {
            Wrong(Below(path, missing.Name), "api.error.missing");
        }
    }

    private void FitField(JsonTypeInfo info, string name, JsonElement value, string path)
    {
        var field = info.Properties.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (field is null)
        {
            Wrong(Below(path, name), "api.error.unknown-field", string.Join(", ", info.Properties.Where(IsRead).Select(p => p.Name)));
        }
        else if (IsRead(field) && !(value.ValueKind == JsonValueKind.Null && MayBeNull(field)))
        {
            Fit(value, field.PropertyType, Below(path, field.Name));
        }
    }

    /// <summary>The fields of an object with names that can be read, each once.</summary>
    private IEnumerable<(string Name, JsonElement Value)> Named(JsonElement fields, string path, StringComparer comparer)
    {
        var names = new HashSet<string>(comparer);
        foreach (var field in fields.EnumerateObject())
        {
            if (JsonScalars.Text(() => field.Name) is not { } name || !PlainText.Is(name) || name.Length > TextRules.LongestTitle)
            {
                Wrong(path, "api.error.name");
            }
            else if (names.Add(name))
            {
                yield return (name, field.Value);
            }
            else
            {
                Wrong(Below(path, name), "api.error.twice");
            }
        }
    }

    private bool Is(JsonElement value, JsonValueKind kind, string path, string key)
    {
        check.Require(value.ValueKind == kind, path, key);
        return value.ValueKind == kind;
    }

    private void Wrong(string path, string key, params object?[] values) => check.Require(false, path, key, values);

    /// <summary>What an answer shows and no request sets is passed over, so that what was read can be sent back.</summary>
    private static bool IsRead(JsonPropertyInfo field) => field.Set is not null || field.AssociatedParameter is not null;

    private static bool MustBeThere(JsonPropertyInfo field) =>
        field.IsRequired || field.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    private static bool MayBeNull(JsonPropertyInfo field) => field.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(field.PropertyType) is not null
        : field.AssociatedParameter?.IsNullable ?? field.IsSetNullable;

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
