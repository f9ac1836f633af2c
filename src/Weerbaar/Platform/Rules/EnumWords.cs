using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weerbaar.Platform.Rules;

/// <summary>The words of an enumeration: one of its names, whatever the case; never a number, never several names at once.</summary>
public static class EnumWords
{
    public static string Of(Type type) => string.Join(", ", Enum.GetNames(type));

    public static object? Find(Type type, string word) =>
        Array.Find(Enum.GetNames(type), name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse(type, found) : null;
}

/// <summary>Reads and writes enumerations as their words, and refuses what is none of them in both directions.</summary>
public sealed class WordConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert))!;

    private sealed class Of<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Parse(reader.GetString()!) : throw Unknown();

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Parse(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(NameOf(value));

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(NameOf(value));

        private static T Parse(string word) => EnumWords.Find(typeof(T), word) is T value ? value : throw Unknown();

        private static string NameOf(T value) => Enum.GetName(value) ?? throw Unknown();

        private static JsonException Unknown() => new($"Expected one of {EnumWords.Of(typeof(T))}.");
    }
}
