using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread.Pages;

public sealed class MarkObjectModel(WeerbaarDb db, Texts texts, ObjectKinds kinds, OrganisationCatalogue organisations, TimeProvider clock) : StepPage(db, texts)
{
    public sealed class Form
    {
        [Display(Name = "thread.field.marking")]
        public Marking Marking { get; set; }

        [Display(Name = "thread.field.reason")]
        public string Reason { get; set; } = "";

        [Display(Name = "markings.field.until")]
        public DateOnly? Until { get; set; }

        [Display(Name = "markings.field.falls-to")]
        public Marking FallsTo { get; set; }

        [Display(Name = "markings.field.tlp")]
        public Tlp? Tlp { get; set; }

        [Display(Name = "markings.field.released-to")]
        public List<string> ReleasedTo { get; set; } = [];

        public long Version { get; set; }

        internal MarkObject.Request ToRequest() => new()
        {
            Marking = Marking, Reason = Reason ?? "", Until = Until, FallsTo = FallsTo, Tlp = Tlp, ReleasedTo = ReleasedTo,
        };
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public MarkedObject Subject { get; private set; } = null!;

    public IReadOnlyList<PassageOrigin> Passages { get; private set; } = [];

    public Badge? State { get; private set; }

    public string Back => kinds[Subject.Kind].Href(Subject.Id);

    public Marking Ceiling => Db.Ceiling.Highest;

    public IEnumerable<SelectListItem> Markings => Db.Ceiling.Choices(T, Db.Actor.Clearance);

    public IEnumerable<SelectListItem> Labels => Enum.GetValues<Tlp>().Select(t => new SelectListItem(TlpWords.Of(t), t.ToString()));

    public Choice ReleasedTo => new(
        "Input.ReleasedTo", T["markings.field.released-to"], OrganisationChoices.Of(organisations, T, clock.Today(), Input.ReleasedTo), Input.ReleasedTo, T["markings.field.released-to-hint"]);

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        await ShowAsync(id, ct);
        Input = new Form
        {
            Marking = Subject.Marking,
            Until = Subject.FellFrom is null ? Subject.MarkedUntil : null,
            FallsTo = Subject.FallsTo,
            Tlp = Subject.Tlp,
            ReleasedTo = [.. ReleaseList.Codes(Subject.ReleasedTo)],
            Version = Subject.Version,
        };
    }

    public Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => TryAsync(
        async () =>
        {
            var marked = await MarkObject.HandleAsync(id, Input.Version, Input.ToRequest(), Db, kinds, organisations, clock, ct);
            TempData.Saved(T["thread.mark.saved", T.Of(marked.Marking)]);
            return kinds[marked.Kind].Href(id);
        },
        () => ShowAsync(id, ct));

    private async Task ShowAsync(string id, CancellationToken ct)
    {
        Db.Actor.NeedSomewhere(Permission.SetMarking);
        Subject = await GetMarking.FindAsync(id, Db, kinds, ct);
        Db.Actor.Need(Permission.SetMarking, Subject);
        Passages = await PassageOrigins.OfAsync(Db, id, ct);
        State = await kinds.StateAsync(IndexedObject.Of(Subject), HttpContext.RequestServices, ct);
    }
}
