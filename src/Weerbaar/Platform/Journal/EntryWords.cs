using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>One thing that an entry changed: the field, what it was and what it became.</summary>
public sealed record EntryLine(string Field, string Before, string After)
{
    /// <summary>The part of the object whose field it is; empty for a field of the object itself.</summary>
    public string Part { get; init; } = "";

    public string About => string.Join(" · ", new[] { Part, Field }.Where(w => w.Length > 0));
}

/// <summary>An entry in words of its step: the lines, and the text that says what its reason is.</summary>
public sealed record EntryWords(IReadOnlyList<EntryLine> Lines, string ReasonKey);

/// <summary>Puts entries about some kinds of parts into words; each step registers its own.</summary>
public interface IWordEntries
{
    /// <summary>The words by number of the entry, for those among the entries it has words for, as far as the actor may see what they name.</summary>
    Task<IReadOnlyDictionary<long, EntryWords>> OfAsync(IReadOnlyList<JournalEntry> entries, WeerbaarDb db, CancellationToken ct);
}
