using System.Text.Json;
using System.Text.Json.Serialization;

namespace Weerbaar.Platform.Live;

/// <summary>
/// That something was changed: what, which, and by whom; never what it is called or holds. The number of the entry stays
/// inside: gaps between numbers would tell of what the reader may not see.
/// </summary>
/// <param name="Seq">The number of the entry.</param>
/// <param name="Kind">As the journal calls it: <c>scenario</c>, <c>criterion_judgement</c>.</param>
/// <param name="Id">The object it is about.</param>
/// <param name="Of">The other object it is about, or empty.</param>
/// <param name="Verb">What was done: <c>scenarios.revise</c>.</param>
/// <param name="Who">The name of who did it, as the history of the object shows it.</param>
public sealed record LiveMessage([property: JsonIgnore] long Seq, string Kind, string Id, string Of, string Verb, string Who)
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web);

    /// <summary>Some messages as one event, which a browser takes in whole or not at all; ready to be sent.</summary>
    public static byte[] Event(IEnumerable<LiveMessage> messages, string position)
    {
        using var frame = new MemoryStream();
        frame.Write("id: "u8);
        frame.Write(System.Text.Encoding.ASCII.GetBytes(position));
        frame.Write("\ndata: "u8);
        JsonSerializer.Serialize(frame, messages, json);
        frame.Write("\n\n"u8);
        return frame.ToArray();
    }
}
