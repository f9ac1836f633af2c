using System.Text.Json;
using System.Text.Json.Serialization;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Markings;

/// <summary>Texts as they leave the program in files: as their reader may have them.</summary>
internal sealed class ShownTexts : JsonConverter<Text>
{
    /// <summary>JSON for what leaves the program.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new Rules.WordConverter(), new ShownTexts() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StoredTexts.Read(ref reader, (nl, en) => new Text(nl, en));

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) =>
        StoredTexts.Write(writer, value.Nl, value.En);
}

/// <summary>Texts as the database and the journal keep them: whole, and closed when they are read back until it is known who reads.</summary>
internal sealed class StoredTexts : JsonConverter<Text>
{
    public override Text Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, Text.FromDatabase);

    public override void Write(Utf8JsonWriter writer, Text value, JsonSerializerOptions options) =>
        Write(writer, value.Whole.Nl, value.Whole.En);

    /// <summary>Passes over what else stands beside the two languages: earlier versions wrote more.</summary>
    internal static Text Read(ref Utf8JsonReader reader, Func<string, string, Text> make)
    {
        var (nl, en) = ("", "");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "nl": nl = reader.GetString() ?? ""; break;
                case "en": en = reader.GetString() ?? ""; break;
                default: reader.Skip(); break;
            }
        }

        return make(nl, en);
    }

    internal static void Write(Utf8JsonWriter writer, string nl, string en)
    {
        writer.WriteStartObject();
        writer.WriteString("nl", nl);
        writer.WriteString("en", en);
        writer.WriteEndObject();
    }
}
