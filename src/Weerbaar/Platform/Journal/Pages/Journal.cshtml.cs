using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal.Pages;

public sealed class JournalModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    /// <summary>What is longer and has no title or name is a checksum or a key, of which the beginning is enough to see.</summary>
    private const int longestId = 40;

    /// <summary>Before the words of a verb.</summary>
    private const string verbs = "verb.";

    private JournalNames names = null!;

    public IReadOnlyList<JournalEntry> Entries { get; private set; } = [];

    public int Total { get; private set; }

    /// <summary>What checking the chain found; null when it was not asked for.</summary>
    public JournalCheck? Check { get; private set; }

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Verbs { get; private set; } = [];

    public IReadOnlyList<PageLink> Pages { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "check")]
    public bool WithCheck { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Who { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int At { get; set; } = 1;

    public int First => Entries.Count == 0 ? 0 : ((At - 1) * ListJournal.PageSize) + 1;

    public bool IsNarrowed => Who.Length + What.Length > 0 || From is not null || Until is not null;

    /// <summary>What is shown here, all pages of it, as a file.</summary>
    public string ExportHref => HrefOf("/journal/export");

    /// <summary>What the entry is about, and where that is for who may go there.</summary>
    public (string Words, string? Href) SubjectOf(JournalEntry entry) => names.Of(entry) switch
    {
        (var words, var href) => (words, href.StartsWith("/history/", StringComparison.Ordinal) || May(Permission.ManagePeople) ? href : null),
        null => (entry.ObjectId.Length > longestId ? $"{entry.ObjectId[..12]}…" : entry.ObjectId, null),
    };

    /// <summary>Who did it, and on whose behalf.</summary>
    public string WhoOf(JournalEntry entry) => entry.OnBehalfOf.Length == 0
        ? JournalWords.Who(entry, T)
        : T["journal.on-behalf", JournalWords.Who(entry, T), names.In(entry.OnBehalfOf)];

    /// <summary>The reason; where it says whom it is about, by name.</summary>
    public string ReasonOf(JournalEntry entry) => names.In(entry.Reason);

    /// <summary>What the entry changed, or what was read or searched.</summary>
    public IReadOnlyList<EntryLine> Lines(JournalEntry entry) => RequestTrail.IsChange(entry.Verb)
        ? [.. JournalWords.Differences(entry, T).Select(d => new EntryLine(d.Name, names.In(d.Before), names.In(d.After)))]
        : [.. RequestWords.Of(entry).Select(w => new EntryLine(T[w.Key], "", w.Words))];

    public async Task OnGetAsync(CancellationToken ct)
    {
        At = Math.Clamp(At, 1, 1_000_000);
        (Entries, Total) = await ListJournal.HandleAsync(Db, JournalChoice.OfDays(Who, What, From, Until), Paging.Of(At, ListJournal.PageSize), ct);
        names = await JournalNames.ReadAsync(Db, T, Entries, ct);
        People = Items(names.Acting(T));
        Verbs = Items(Texts.All.Keys.Where(k => k.StartsWith(verbs, StringComparison.Ordinal)).Select(k => (k[verbs.Length..], T[k])));
        Pages = PageLinks.For(At, Math.Max(1, (Total + ListJournal.PageSize - 1) / ListJournal.PageSize), Href);
        Check = WithCheck ? await JournalChain.VerifyAsync(Db, ct) : null;
    }

    private string Href(int page) => HrefOf("/journal", ("p", $"{page}"));

    private string HrefOf(string path, params (string, string)[] more) =>
        PageLinks.Href(path, [("who", Who), ("what", What), ("from", $"{From:yyyy-MM-dd}"), ("until", $"{Until:yyyy-MM-dd}"), .. more]);

    private static List<SelectListItem> Items(IEnumerable<(string Value, string Words)> all) =>
        [.. all.OrderBy(v => v.Words, StringComparer.CurrentCulture).Select(v => new SelectListItem(v.Words, v.Value))];
}
