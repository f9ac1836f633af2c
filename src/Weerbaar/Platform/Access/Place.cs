using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>
/// Where in the material something is done, as far as it decides who may: the objects it is about or hangs directly on,
/// and the organisations that lead it.
/// </summary>
public sealed record Place(IReadOnlyCollection<string> ObjectIds, IReadOnlyCollection<string> LedBy)
{
    /// <summary>In no object: only who may everywhere may there.</summary>
    public static Place None { get; } = new([], []);

    /// <summary>Of what hangs directly on these objects.</summary>
    public static Place On(params IReadOnlyCollection<string> objectIds) => new(objectIds, []);

    public static Place Of(Stored stored) => stored switch
    {
        MarkedObject subject => new([subject.Id, .. subject.AllItRestsOn], subject.LedBy()),
        Part part => On(part.OwnerIds),
        _ => None,
    };
}
