using System.Reflection;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Storage;

/// <summary>Anything kept in the database that people change: it has a version, and says which permission changing it needs.</summary>
public abstract class Stored
{
    public string Id { get; protected init; } = "";

    /// <summary>Raised by the save path at every change: two who save at once are told apart by it.</summary>
    public long Revision { get; internal set; } = 1;

    /// <summary>The changes among them that showed only to who may read more than the object.</summary>
    public HiddenChanges HiddenChanges { get; internal set; } = HiddenChanges.None;

    /// <summary>Up to which marking its reader reads the passages in it.</summary>
    internal Marking Sight { get; set; } = Marking.StateTopSecret;

    /// <summary>The version as its reader knows it, the <c>ETag</c> of the API: what they may not see does not raise it.</summary>
    public long Version => Revision - HiddenChanges.Above(Sight);

    /// <summary>Without this permission the save path refuses the change.</summary>
    public abstract Permission NeededToWrite { get; }
}

/// <summary>A row that belongs to marked objects and is seen only by who may see all of them.</summary>
public abstract class Part : Stored
{
    /// <summary>The ids of the objects it belongs to; the first is the one its journal entries are filed under.</summary>
    public abstract IReadOnlyList<string> OwnerIds { get; }
}

/// <summary>
/// Names the properties that hold the ids of the objects a row belongs to, as those of a <see cref="Part"/>; the marking
/// filter reads them. Where one may be empty, a row that names no object is seen by all.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OwnerAttribute : Attribute
{
    internal static IEnumerable<PropertyInfo> PropertiesOf(Type part) =>
        part.GetProperties().Where(p => p.GetCustomAttribute<OwnerAttribute>() is not null);
}

/// <summary>A column whose content never enters the journal: a hash of a secret.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
