using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread.Pages;

public sealed class MarkObjectModel(WeerbaarDb db, Texts texts, ObjectKinds kinds) : StepPage(db, texts)
{
    public sealed class Form
    {
        [Display(Name = "thread.field.marking")]
        public Marking Marking { get; set; }

        [Display(Name = "thread.field.reason")]
        public string Reason { get; set; } = "";

        public long Version { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public MarkedObject Subject { get; private set; } = null!;

    public string Back => kinds[Subject.Kind].Href(Subject.Id);

    public IEnumerable<SelectListItem> Markings => T.Choices<Marking>().Take((int)Db.Actor.Clearance + 1);

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        await ShowAsync(id, ct);
        Input = new Form { Marking = Subject.Marking, Version = Subject.Version };
    }

    public Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new MarkObject.Request { Marking = Input.Marking, Reason = Input.Reason ?? "" };
            var marked = await MarkObject.HandleAsync(id, Input.Version, request, Db, kinds, ct);
            TempData.Saved(T["thread.mark.saved", T.Of(marked.Marking)]);
            return kinds[marked.Kind].Href(id);
        },
        () => ShowAsync(id, ct));

    private async Task ShowAsync(string id, CancellationToken ct)
    {
        Db.Actor.NeedSomewhere(Permission.SetMarking);
        var indexed = await IndexedOrNotThere.GetAsync(Db, id, ct);
        Subject = await kinds[indexed.Kind].GetAsync(Db, id, ct);
        Db.Actor.Need(Permission.SetMarking, Subject);
    }
}
