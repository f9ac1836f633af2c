using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Api;

/// <summary>Whether a single JSON value is what a field takes: a text, a word, a number, a day, yes or no.</summary>
internal static class JsonScalars
{
    public static void Fit(InputCheck check, JsonElement value, JsonTypeInfo info, string path)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var text = value.ValueKind == JsonValueKind.String ? Text(() => value.GetString()) : "";
        if (text is null)
        {
            check.Require(false, path, "api.error.broken-text");
        }
        else if (type.IsEnum)
        {
            check.Require(EnumWords.Find(type, text) is not null, path, "rules.word", EnumWords.Of(type));
        }
        else if (type == typeof(string))
        {
            check.Require(value.ValueKind == JsonValueKind.String, path, "api.error.text").Plain(path, text);
        }
        else
        {
            FitRead(check, Read(value, info), type, path);
        }
    }

    /// <summary>What is read, or null when it is not text: bytes that are no UTF-8, or half of a character.</summary>
    public static string? Text(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The value as the field has it; null when it is not one.</summary>
    private static object? Read(JsonElement value, JsonTypeInfo info)
    {
        try
        {
            return value.Deserialize(info);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void FitRead(InputCheck check, object? read, Type type, string path)
    {
        check.Require(read is not null and not double.NaN and not double.PositiveInfinity and not double.NegativeInfinity, path, KeyOf(type));
        if (read is DateOnly day)
        {
            check.Day(path, day);
        }
    }

    private static string KeyOf(Type type) =>
        type == typeof(DateOnly) ? "api.error.day"
        : type == typeof(bool) ? "api.error.flag"
        : type == typeof(double) || type == typeof(decimal) ? "api.error.number"
        : "api.error.whole";
}
