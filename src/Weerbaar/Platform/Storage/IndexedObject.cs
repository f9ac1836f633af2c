using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>One line for every marked object: what search, the thread and the filters of parts look at.</summary>
public sealed class IndexedObject
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required Text Title { get; set; }

    public required Marking Marking { get; set; }

    public required bool Invented { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The line of an object as it is in memory.</summary>
    public static IndexedObject Of(MarkedObject subject, DateTimeOffset changedAt = default) => new()
    {
        Id = subject.Id,
        Kind = subject.Kind,
        Title = subject.Title,
        Marking = subject.Marking,
        Invented = subject.Invented,
        ChangedAt = changedAt,
    };
}

/// <summary>One object rests on another.</summary>
public sealed class ThreadLink
{
    public required string FromId { get; init; }

    public required string ToId { get; init; }
}
