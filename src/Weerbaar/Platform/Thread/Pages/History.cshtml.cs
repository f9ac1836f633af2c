using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread.Pages;

public sealed class HistoryModel(WeerbaarDb db, Texts texts, IEnumerable<IWordEntries> steps) : StepPage(db, texts)
{
    /// <summary>An event that holds more than this opens on request.</summary>
    public const int ShownOpen = 5;

    public IndexedObject Subject { get; private set; } = null!;

    public IReadOnlyList<HistoryEvent> Events { get; private set; } = [];

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        Subject = await IndexedOrNotThere.GetAsync(Db, id, ct);
        var entries = await ListJournal.OfObjectAsync(Db, id, ct);
        Dictionary<long, EntryWords> words = [];
        foreach (var step in steps)
        {
            (await step.OfAsync(entries, Db, ct)).ToList().ForEach(w => words[w.Key] = w.Value);
        }

        Events = [.. HistoryEvent.Of(entries, words, T).Concat(Fallen()).OrderByDescending(e => e.At)];
    }

    /// <summary>That the marking fell by itself is written nowhere: it follows from how it was set and from the day it is.</summary>
    private IEnumerable<HistoryEvent> Fallen() => Subject is { FellFrom: { } from, MarkedUntil: { } day }
        ? [new(day.Begins(), T["markings.by-itself"], T["markings.fell", T.Of(from), T.Of(Subject.Marking)], 1, [])]
        : [];
}
