using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread.Pages;

public sealed class HistoryModel(WeerbaarDb db, Texts texts, ObjectKinds kinds, ObjectHistory history) : StepPage(db, texts)
{
    /// <summary>An event that holds more than this opens on request.</summary>
    public const int ShownOpen = 5;

    private const int eventsOnPage = 25;

    private ObjectHistory.Found found = null!;

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
        found = await history.OfAsync(id, ct);
        Subject = found.Subject;
        State = await kinds.StateAsync(Subject, HttpContext.RequestServices, ct);
        Show(found.Events);
    }

    /// <summary>Who did it, and on whose behalf.</summary>
    public string WhoOf(HistoryEvent done) => done.OnBehalfOf.Length == 0
        ? done.Who
        : T["journal.on-behalf", done.Who, found.NameOf(done.OnBehalfOf)];

    private void Show(IReadOnlyList<HistoryEvent> all)
    {
        People = Choices(all.Select(e => e.Who));
        var lines = all.SelectMany(e => e.Items).SelectMany(i => i.Lines).ToList();
        (Parts, Fields) = (Choices(lines.Select(l => l.Part)), Choices(lines.Select(l => l.Field)));
        var chosen = ObjectHistory.Of(all, Who, Part, Field);
        var last = Math.Max(1, (chosen.Count + eventsOnPage - 1) / eventsOnPage);
        At = Math.Clamp(At, 1, last);
        Events = [.. chosen.Skip((At - 1) * eventsOnPage).Take(eventsOnPage)];
        Pages = PageLinks.For(At, last, page => PageLinks.Href($"/history/{Subject.Id}", ("who", Who), ("part", Part), ("field", Field), ("p", $"{page}")));
    }

    private static List<SelectListItem> Choices(IEnumerable<string> words) =>
        [.. words.Where(w => w.Length > 0).Distinct().Order(StringComparer.CurrentCulture).Select(w => new SelectListItem(w, w))];
}
