using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>
/// An object of the working method: it has a title, a marking, a source, and a place in the thread
/// (what it rests on). The save path keeps <see cref="IndexedObject"/> and <see cref="ThreadLink"/> in step with it.
/// </summary>
public abstract class MarkedObject : Stored
{
    public Text Title { get; protected set; } = Text.Empty;

    public Marking Marking { get; private set; } = Marking.Internal;

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

    public void LinkTo(IEnumerable<string> ids) =>
        RestsOn = [.. ids.Where(id => id != Id).Distinct(StringComparer.Ordinal)];

    /// <summary>Where it comes from, set once when it is made or loaded.</summary>
    public void ComesFrom(Citation source, bool invented) => (Source, Invented) = (source, invented);
}
