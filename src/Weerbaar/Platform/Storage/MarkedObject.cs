using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>
/// An object of the working method: it has a title, a marking, a source, and a place in the thread
/// (what it rests on). The save path keeps <see cref="IndexedObject"/> and <see cref="ThreadLink"/> in step with it.
/// </summary>
public abstract class MarkedObject : Stored
{
    public Text Title { get; protected set; } = Text.Empty;

    /// <summary>As it holds today: once the day it was set until has come, what it fell to.</summary>
    public Marking Marking { get; private set; } = Marking.Internal;

    /// <summary>The name of who set the marking.</summary>
    [PersonName]
    public string MarkedBy { get; private set; } = "";

    public DateTimeOffset? MarkedAt { get; private set; }

    public string MarkReason { get; private set; } = "";

    /// <summary>The day the marking falls by itself to <see cref="FallsTo"/>.</summary>
    public DateOnly? MarkedUntil { get; private set; }

    public Marking FallsTo { get; private set; }

    /// <summary>Codes of the organisations it is released to alone, as <see cref="ReleaseList"/> writes them.</summary>
    public string ReleasedTo { get; private set; } = "";

    public Tlp? Tlp { get; private set; }

    /// <summary>The marking it had before it fell by itself; null while it has not.</summary>
    public Marking? FellFrom { get; private set; }

    public Citation Source { get; protected set; } = Citation.None;

    /// <summary>Made up to show how the program works; every page that shows it says so.</summary>
    public bool Invented { get; private set; }

    /// <summary>Ids of earlier objects this one was said to rest on.</summary>
    [ObjectIds]
    public List<string> RestsOn { get; private set; } = [];

    /// <summary>The word for its kind in ids, addresses and the journal: <c>threat</c>, <c>measure</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>All it rests on: what was said, and what follows from its content.</summary>
    public virtual IEnumerable<string> AllItRestsOn => RestsOn;

    /// <summary>Codes of the organisations that lead it; who has a role for one of them has it here.</summary>
    public virtual IReadOnlyCollection<string> LedBy() => [];

    public void Mark(Marking marking) => Marking = marking;

    /// <summary>Sets the marking with all that goes with it.</summary>
    public void Mark(MarkingTerms terms, string by, DateTimeOffset at, string reason)
    {
        (Marking, MarkedUntil, FallsTo) = (terms.Marking, terms.Until, terms.Until is null ? Marking.Public : terms.FallsTo);
        (Tlp, ReleasedTo) = (terms.Tlp, ReleaseList.Of(terms.ReleasedTo));
        (MarkedBy, MarkedAt, MarkReason, FellFrom) = (by, at, reason, null);
    }

    /// <summary>Says who made it, and so set its first marking.</summary>
    internal void FirstMarked(string by, DateTimeOffset at) => (MarkedBy, MarkedAt) = MarkedAt is null ? (by, at) : (MarkedBy, MarkedAt);

    /// <summary>Lets the marking fall when its day has come; what is stored stays as it was set.</summary>
    internal void FallOn(DateOnly today)
    {
        if (MarkedUntil <= today && Marking > FallsTo)
        {
            (FellFrom, Marking) = (Marking, FallsTo);
        }
    }

    public void LinkTo(IReadOnlyList<string> ids)
    {
        new InputCheck().EachOnce("restsOn", ids).Require(!ids.Contains(Id), "restsOn", "thread.error.itself", Id).ThrowIfAny();
        RestsOn = [.. ids];
    }

    /// <summary>Where it comes from, set once when it is made or loaded.</summary>
    public void ComesFrom(Citation source, bool invented) => (Source, Invented) = (source, invented);
}
