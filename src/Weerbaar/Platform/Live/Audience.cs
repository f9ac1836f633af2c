using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Live;

/// <summary>Readers who may see the same: what is sent to them is read and written out once.</summary>
public sealed record Audience(Marking Clearance, bool ReadsJournal)
{
    public static Audience Of(Actor reader) => new(reader.Clearance, reader.May(Permission.ReadJournal));
}
