using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>One line for every marked object: what search, the thread and the filters of parts look at.</summary>
public sealed class IndexedObject
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required Text Title
    {
        get;
        set => (field, Searched) = (value, WordSearch.Folded(value.Nl, value.En));
    }

    /// <summary>The title in both languages as it is searched: without case and accents.</summary>
    public string Searched { get; private set; } = "";

    public required Marking Marking { get; set; }

    public DateOnly? MarkedUntil { get; set; }

    public Marking FallsTo { get; set; }

    public string ReleasedTo { get; set; } = "";

    public Tlp? Tlp { get; set; }

    /// <summary>The marking it had before it fell by itself; null while it has not.</summary>
    public Marking? FellFrom { get; private set; }

    public required bool Invented { get; set; }

    /// <summary>Lets the marking fall when its day has come.</summary>
    internal void FallOn(DateOnly today)
    {
        if (MarkedUntil <= today && Marking > FallsTo)
        {
            (FellFrom, Marking) = (Marking, FallsTo);
        }
    }

    /// <summary>The line of an object as it is in memory.</summary>
    public static IndexedObject Of(MarkedObject subject) => new()
    {
        Id = subject.Id,
        Kind = subject.Kind,
        Title = subject.Title,
        Marking = subject.Marking,
        MarkedUntil = subject.MarkedUntil,
        FallsTo = subject.FallsTo,
        ReleasedTo = subject.ReleasedTo,
        Tlp = subject.Tlp,
        FellFrom = subject.FellFrom,
        Invented = subject.Invented,
    };
}

/// <summary>One object rests on another.</summary>
public sealed class ThreadLink
{
    public required string FromId { get; init; }

    public required string ToId { get; init; }
}
