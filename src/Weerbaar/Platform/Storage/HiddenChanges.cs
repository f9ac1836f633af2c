using System.Globalization;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Storage;

/// <summary>
/// How many changes of one row showed only from a marking on that is above its own: another word in a marked passage, a
/// link to something hidden. Who may read no further is not told of them: not by a version, not by an entry of the journal.
/// </summary>
/// <param name="Written">As it is stored: each such marking with how many, <c>2:3 1:1</c>; empty for nearly every row.</param>
public readonly record struct HiddenChanges(string Written)
{
    /// <summary>The column it stands in. It tells of changes at every marking, so it is shown to nobody.</summary>
    public const string Column = "hidden_changes";

    public static HiddenChanges None { get; } = new("");

    /// <summary>How many a reader cleared up to a marking was not told of.</summary>
    public long Above(Marking sight) => Read().Where(c => c.From > sight).Sum(c => c.Count);

    /// <summary>With one more, which showed from a marking on.</summary>
    public HiddenChanges And(Marking from)
    {
        var counts = Read().ToDictionary(c => c.From, c => c.Count);
        counts[from] = counts.GetValueOrDefault(from) + 1;
        return new(string.Join(' ', counts.OrderBy(c => c.Key).Select(c => string.Create(CultureInfo.InvariantCulture, $"{(int)c.Key}:{c.Value}"))));
    }

    private IEnumerable<(Marking From, long Count)> Read() =>
        Written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':'))
            .Select(c => ((Marking)int.Parse(c[0], CultureInfo.InvariantCulture), long.Parse(c[1], CultureInfo.InvariantCulture)));
}
