using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread.Pages;

public sealed class HistoryModel(WeerbaarDb db, Texts texts, ObjectKinds kinds, IEnumerable<IWordEntries> steps) : StepPage(db, texts)
{
    /// <summary>An event that holds more than this opens on request.</summary>
    public const int ShownOpen = 5;

    private const int eventsOnPage = 25;

    private IReadOnlyDictionary<string, string> names = new Dictionary<string, string>();

    public IndexedObject Subject { get; private set; } = null!;

    public Badge? State { get; private set; }

    public IReadOnlyList<HistoryEvent> Events { get; private set; } = [];

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Parts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Fields { get; private set; } = [];

    public IReadOnlyList<PageLink> Pages { get; private set; } = [];

    /// <summary>Only what somebody did.</summary>
    [BindProperty(SupportsGet = true)]
    public string Who { get; set; } = "";

    /// <summary>Only what changed a part.</summary>
    [BindProperty(SupportsGet = true)]
    public string Part { get; set; } = "";

    /// <summary>Only what changed a field.</summary>
    [BindProperty(SupportsGet = true)]
    public string Field { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int At { get; set; } = 1;

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        Subject = await IndexedOrNotThere.GetAsync(Db, id, ct);
        State = await kinds.StateAsync(Subject, HttpContext.RequestServices, ct);
        var entries = await ListJournal.OfObjectAsync(Db, id, ct);
        Dictionary<long, EntryWords> words = [];
        foreach (var step in steps)
        {
            (await step.OfAsync(entries, Db, ct)).ToList().ForEach(w => words[w.Key] = w.Value);
        }

        Show([.. HistoryEvent.Of(entries, words, T).Concat(Fallen()).OrderByDescending(e => e.At)]);
        var others = entries.Select(e => e.OnBehalfOf).Where(o => o.Length > 0).Distinct().ToList();
        names = others.Count == 0 ? names : await Db.Set<Person>().AsNoTracking().Where(p => others.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }

    /// <summary>Who did it, and on whose behalf.</summary>
    public string WhoOf(HistoryEvent done) => done.OnBehalfOf.Length == 0
        ? done.Who
        : T["journal.on-behalf", done.Who, names.GetValueOrDefault(done.OnBehalfOf, done.OnBehalfOf)];

    private void Show(List<HistoryEvent> all)
    {
        People = Choices(all.Select(e => e.Who));
        var lines = all.SelectMany(LinesOf).ToList();
        (Parts, Fields) = (Choices(lines.Select(l => l.Part)), Choices(lines.Select(l => l.Field)));
        var found = all.Where(e => Who.Length == 0 || e.Who == Who).Where(e => Part.Length + Field.Length == 0 || LinesOf(e).Any(IsAsked)).ToList();
        var last = Math.Max(1, (found.Count + eventsOnPage - 1) / eventsOnPage);
        At = Math.Clamp(At, 1, last);
        Events = [.. found.Skip((At - 1) * eventsOnPage).Take(eventsOnPage)];
        Pages = PageLinks.For(At, last, page => PageLinks.Href($"/history/{Subject.Id}", ("who", Who), ("part", Part), ("field", Field), ("p", $"{page}")));
    }

    private bool IsAsked(EntryLine line) => (Part.Length == 0 || line.Part == Part) && (Field.Length == 0 || line.Field == Field);

    private static IEnumerable<EntryLine> LinesOf(HistoryEvent done) => done.Items.SelectMany(i => i.Lines);

    private static List<SelectListItem> Choices(IEnumerable<string> words) =>
        [.. words.Where(w => w.Length > 0).Distinct().Order(StringComparer.CurrentCulture).Select(w => new SelectListItem(w, w))];

    /// <summary>That the marking fell by itself is written nowhere: it follows from how it was set and from the day it is.</summary>
    private IEnumerable<HistoryEvent> Fallen() => Subject is { FellFrom: { } from, MarkedUntil: { } day }
        ? [new(day.Begins(), T["markings.by-itself"], T["markings.fell", T.Of(from), T.Of(Subject.Marking)], 1, [])]
        : [];
}
