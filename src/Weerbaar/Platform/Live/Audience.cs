using System.Text.Json;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Live;

/// <summary>
/// Readers who may see the same: what is sent to them is read and written out once. It holds all that an actor has but who
/// it is, so that nothing can be added to the actor that is forgotten here.
/// </summary>
public sealed record Audience(string Sees)
{
    public static Audience Of(Actor reader) => new(JsonSerializer.Serialize(reader with { Id = "", Name = "" }));
}
