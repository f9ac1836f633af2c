using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Journal;

/// <summary>What an event in a history changed, and why.</summary>
public sealed record HistoryItem(IReadOnlyList<EntryLine> Lines, string ReasonLabel, string Reason);

/// <summary>Entries that follow each other with the same verb, actor and minute, as one.</summary>
public sealed record HistoryEvent(DateTimeOffset At, string Who, string What, int Count, IReadOnlyList<HistoryItem> Items)
{
    /// <summary>The id of whose permissions were used by delegation; empty otherwise.</summary>
    public string OnBehalfOf { get; init; } = "";

    private const int mostLines = 8;

    public static IReadOnlyList<HistoryEvent> Of(
        IReadOnlyList<JournalEntry> entries, IReadOnlyDictionary<long, EntryWords> words, Texts texts)
    {
        List<List<JournalEntry>> runs = [];
        foreach (var entry in entries)
        {
            if (runs.Count == 0 || SameOf(runs[^1][0]) != SameOf(entry))
            {
                runs.Add([]);
            }

            runs[^1].Add(entry);
        }

        return [.. runs.Select(run => Of(run, words, texts))];
    }

    private static HistoryEvent Of(List<JournalEntry> run, IReadOnlyDictionary<long, EntryWords> words, Texts texts)
    {
        var items = run.Select(e => ItemOf(e, words.GetValueOrDefault(e.Seq), texts)).Where(i => i.Lines.Count > 0 || i.Reason.Length > 0);
        return new(run[0].At, JournalWords.Who(run[0], texts), JournalWords.What(run[0], texts), run.Count,
            [.. items.DistinctBy(i => (string.Join('\n', i.Lines), i.Reason))]) { OnBehalfOf = run[0].OnBehalfOf };
    }

    private static HistoryItem ItemOf(JournalEntry entry, EntryWords? words, Texts texts) => new(
        words?.Lines ?? [.. JournalWords.Differences(entry, texts).Take(mostLines).Select(d => new EntryLine(d.Name, d.Before, d.After))],
        texts[words?.ReasonKey ?? "journal.reason"],
        entry.Reason);

    private static (string Verb, string Actor, string OnBehalfOf, long Minute) SameOf(JournalEntry entry) =>
        (entry.Verb, entry.ActorId, entry.OnBehalfOf, entry.At.UtcTicks / TimeSpan.TicksPerMinute);
}
