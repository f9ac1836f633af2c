using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.Platform.Emergency.Pages;

public sealed class OpenModel(WeerbaarDb db, Texts texts, Ids ids, ObjectKinds kinds, CurrentActor current, TimeProvider clock) : StepPage(db, texts)
{
    public sealed class Form
    {
        public string NewId { get; set; } = "";

        [Display(Name = "emergency.field.what")]
        public string What { get; set; } = "";

        [Display(Name = "emergency.field.reason")]
        public string Reason { get; set; } = "";

        [Display(Name = "emergency.field.hours")]
        public int Hours { get; set; } = OpenInEmergency.UsualHours;
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet(string? what)
    {
        Db.Actor.Need(Permission.OpenInEmergency);
        Input = new Form { NewId = ids.Next(), What = what ?? "" };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new OpenInEmergency.Request { What = Input.What ?? "", Reason = Input.Reason ?? "", Hours = Input.Hours };
            var opening = await OpenInEmergency.HandleAsync(Ids.OfForm(Input.NewId), request, Db, clock, ct);
            current.Actor = current.Actor with { Opened = new Dictionary<string, DateTimeOffset>(current.Actor.Opened) { [opening.ObjectId] = opening.Until } };
            var opened = await IndexedOrNotThere.GetAsync(Db, opening.ObjectId, ct);
            return kinds[opened.Kind].Href(opened.Id);
        },
        () =>
        {
            Db.Actor.Need(Permission.OpenInEmergency);
            return Task.CompletedTask;
        },
        twice: "/emergency");
}
