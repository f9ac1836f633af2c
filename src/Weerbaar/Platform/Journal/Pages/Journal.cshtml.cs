using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
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

    private Dictionary<string, string> names = [];
    private Dictionary<string, Text> titles = [];

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

    /// <summary>What the entry is about, and where that is, by its title or name as far as the reader may see it.</summary>
    public (string Words, string? Href) SubjectOf(JournalEntry entry) => entry.ObjectId switch
    {
        var id when titles.TryGetValue(id, out var title) => (title.Here, $"/history/{id}"),
        var id when names.TryGetValue(id, out var name) => (name, May(Permission.ManagePeople) ? $"/people/{id}" : null),
        { Length: > longestId } id => ($"{id[..12]}…", null),
        var id => (id, null),
    };

    /// <summary>Who did it, and on whose behalf.</summary>
    public string WhoOf(JournalEntry entry) => entry.OnBehalfOf.Length == 0
        ? JournalWords.Who(entry, T)
        : T["journal.on-behalf", JournalWords.Who(entry, T), names.GetValueOrDefault(entry.OnBehalfOf, entry.OnBehalfOf)];

    /// <summary>What the entry changed, or what was read or searched.</summary>
    public IReadOnlyList<EntryLine> Lines(JournalEntry entry) => RequestTrail.IsChange(entry.Verb)
        ? [.. JournalWords.Differences(entry, T).Select(d => new EntryLine(d.Name, d.Before, d.After))]
        : [.. RequestWords.Of(entry).Select(w => new EntryLine(T[w.Key], "", w.Words))];

    public async Task OnGetAsync(CancellationToken ct)
    {
        At = Math.Clamp(At, 1, 1_000_000);
        (Entries, Total) = await ListJournal.HandleAsync(Db, JournalChoice.OfDays(Who, What, From, Until), Paging.Of(At, ListJournal.PageSize), ct);
        (People, Verbs) = await ChoicesAsync(ct);
        titles = await TitlesAsync(ct);
        Pages = PageLinks.For(At, Math.Max(1, (Total + ListJournal.PageSize - 1) / ListJournal.PageSize), Href);
        Check = WithCheck ? await JournalChain.VerifyAsync(Db, ct) : null;
    }

    private string Href(int page) => HrefOf("/journal", ("p", $"{page}"));

    private string HrefOf(string path, params (string, string)[] more) =>
        PageLinks.Href(path, [("who", Who), ("what", What), ("from", $"{From:yyyy-MM-dd}"), ("until", $"{Until:yyyy-MM-dd}"), .. more]);

    private async Task<(IReadOnlyList<SelectListItem>, IReadOnlyList<SelectListItem>)> ChoicesAsync(CancellationToken ct)
    {
        names = await Db.Set<Person>().AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var program = new[] { Actor.Console, Actor.SignInDesk }.Select(a => (a.Id, a.Name));
        return (
            Items(names.Select(n => (n.Key, n.Value)).Concat(program).Select(n => (n.Item1, JournalWords.Who(n.Item1, n.Item2, T)))),
            Items(Texts.All.Keys.Where(k => k.StartsWith(verbs, StringComparison.Ordinal)).Select(k => (k[verbs.Length..], T[k]))));
    }

    /// <summary>Of what the entries are about; the names in a list of what happened are no reading of it.</summary>
    private async Task<Dictionary<string, Text>> TitlesAsync(CancellationToken ct)
    {
        var ids = Entries.Select(e => e.ObjectId).ToHashSet();
        var (found, _) = await Db.Current.ApartAsync(() => Db.Objects.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Title, ct));
        return found;
    }

    private static List<SelectListItem> Items(IEnumerable<(string Value, string Words)> all) =>
        [.. all.OrderBy(v => v.Words, StringComparer.CurrentCulture).Select(v => new SelectListItem(v.Words, v.Value))];
}
