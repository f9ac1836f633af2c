using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.Platform.Journal.Pages;

public sealed class JournalModel(WeerbaarDb db, Texts texts, ObjectKinds kinds) : StepPage(db, texts)
{
    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public int Total { get; private set; }

    public JournalCheck Check { get; private set; } = null!;

    [BindProperty(SupportsGet = true, Name = "p")]
    public int At { get; set; } = 1;

    public int First => Entries.Count == 0 ? 0 : ((At - 1) * ListJournal.PageSize) + 1;

    public bool IsObject(JournalEntry entry) => kinds.All.Any(k => k.Name == entry.Kind) || entry.Kind is "criterion_judgement" or "assessed_scenario";

    public async Task OnGetAsync(CancellationToken ct)
    {
        At = Math.Max(At, 1);
        (Entries, Total) = await ListJournal.HandleAsync(Db, null, null, At, ct);
        Check = await JournalChain.VerifyAsync(Db, ct);
    }
}
