using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread.Pages;

public sealed class HistoryModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public IndexedObject Subject { get; private set; } = null!;

    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        Subject = await IndexedOrNotThere.GetAsync(Db, id, ct);
        Entries = await ListJournal.OfObjectAsync(Db, id, ct);
    }
}
