using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.Platform.Journal.Pages;

public sealed class JournalModel(WeerbaarDb db, Texts texts, ObjectKinds kinds) : StepPage(db, texts)
{
    /// <summary>What is longer and no object is a checksum or a key, of which the beginning is enough to see.</summary>
    public const int LongestId = 40;

    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>What checking the chain found; null when it was not asked for.</summary>
    public JournalCheck? Check { get; private set; }

    [BindProperty(SupportsGet = true, Name = "check")]
    public bool WithCheck { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int At { get; set; } = 1;

    public int First => Entries.Count == 0 ? 0 : ((At - 1) * ListJournal.PageSize) + 1;

    public bool IsObject(JournalEntry entry) => kinds.All.Any(k => k.Name == entry.Kind) || entry.Kind is "criterion_judgement" or "assessed_scenario";

    public async Task OnGetAsync(CancellationToken ct)
    {
        At = Math.Clamp(At, 1, 1_000_000);
        (Entries, Total) = await ListJournal.HandleAsync(Db, null, null, At, ct);
        Check = WithCheck ? await JournalChain.VerifyAsync(Db, ct) : null;
    }
}
