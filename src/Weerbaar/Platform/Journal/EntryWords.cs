using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>One thing that an entry changed: what it is, what it was and what it became.</summary>
public sealed record EntryLine(string About, string Before, string After);

/// <summary>An entry in words of its step: the lines, and the text that says what its reason is.</summary>
public sealed record EntryWords(IReadOnlyList<EntryLine> Lines, string ReasonKey);

/// <summary>Puts entries about some kinds of parts into words; each step registers its own.</summary>
public interface IWordEntries
{
    /// <summary>The words by number of the entry, for those among the entries it has words for, as far as the actor may see what they name.</summary>
    Task<IReadOnlyDictionary<long, EntryWords>> OfAsync(IReadOnlyList<JournalEntry> entries, WeerbaarDb db, CancellationToken ct);
}
