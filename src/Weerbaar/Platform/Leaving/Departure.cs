using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Leaving;

/// <summary>What is about to leave: how high it is marked, how many objects of each level it was made of, and to whom they are released.</summary>
/// <param name="Releases">The release lists in it, each as the organisations it names.</param>
public sealed record Departure(Marking Highest, IReadOnlyDictionary<Marking, int> Objects, IReadOnlyList<IReadOnlyList<string>> Releases)
{
    /// <summary>Public and released to everybody: leaves with one click.</summary>
    public bool IsFree => Highest == Marking.Public && Releases.Count == 0;

    /// <summary>Whether an organisation may have all of it.</summary>
    public bool MayGoTo(string organisation) => Releases.All(list => list.Contains(organisation));

    /// <summary>The objects by level in words, the highest first.</summary>
    public string Words(Texts texts) => string.Join(", ", Objects.OrderByDescending(o => o.Key).Select(o => $"{texts.Of(o.Key)}: {o.Value}"));
}
