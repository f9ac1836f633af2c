using System.Text.Json;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Live;

/// <summary>
/// Readers who may see the same: what is sent to them is read and written out once. It holds all that an actor has but who
/// it is and by which act they were given what they have, so that nothing can be added to the actor that is forgotten here.
/// </summary>
public sealed record Audience(string Sees)
{
    public static Audience Of(Actor reader) => new(JsonSerializer.Serialize(
        reader with { Id = "", Name = "", Grants = [.. reader.Grants.Select(g => g with { AssignmentId = "", DelegationId = null })] }));
}
