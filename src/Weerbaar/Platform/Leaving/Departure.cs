using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Leaving;

/// <summary>What is about to leave: how high it is marked, how much of each level is in it, and how far that may go.</summary>
/// <param name="Counts">Objects, or entries of the journal, by their marking.</param>
/// <param name="Reaches">What in it may not go everywhere.</param>
public sealed record Departure(ExportedFile File, Marking Highest, IReadOnlyDictionary<Marking, int> Counts, IReadOnlyList<Reach> Reaches)
{
    public static Departure Of(ExportedFile file, IReadOnlyCollection<SeenObject> seen)
    {
        // An edition was read by somebody cleared no further than its label: what else was read told only whether it is whole.
        IReadOnlyCollection<SeenObject> objects = file.Label is { } label ? [.. seen.Where(o => o.Marking <= label)] : seen;
        var counts = file.Entries ?? objects.Where(o => o.Kind.Length > 0).GroupBy(o => o.Marking).ToDictionary(g => g.Key, g => g.Count());
        var highest = file.Label ?? objects.Select(o => o.Highest).Concat(counts.Keys).DefaultIfEmpty().Max();
        return new(file, highest, counts, [.. objects.Select(o => o.Reach).Where(r => !r.IsEverywhere).Distinct()]);
    }

    /// <summary>For everybody: leaves with one click.</summary>
    public bool IsFree => Highest == Marking.Public && Reaches.Count == 0;

    /// <summary>The permissions it leaves by.</summary>
    public IReadOnlyList<Permission> Uses => Highest switch
    {
        Marking.Public => [File.Needs],
        Marking.Internal => [File.Needs, Permission.ShareInternal],
        _ => [File.Needs, Permission.ShareConfidential],
    };

    /// <summary>The strictest label in it.</summary>
    public Tlp? Tlp => Reaches.Max(r => r.Tlp);

    /// <summary>What it holds by level, the highest first, and the label: as it is shown, written in the journal, and printed.</summary>
    public string Words(Texts texts) => string.Join(", ", Counts.OrderByDescending(c => c.Key).Select(c => $"{texts.Of(c.Key)}: {c.Value}")
        .Concat(Tlp is { } tlp ? [TlpWords.Of(tlp)] : []));
}
