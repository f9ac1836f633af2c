using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

/// <summary>Asks whether somebody's personal data is to be erased, with what goes and what stays, and does it.</summary>
public sealed class ErasePersonModel(WeerbaarDb db, Texts texts, TimeProvider clock) : StepPage(db, texts)
{
    public sealed class Form
    {
        [Display(Name = "access.field.reason")]
        public string Reason { get; set; } = "";
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public Task OnGetAsync(string id, CancellationToken ct) => ShowAsync(id, ct);

    public Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => TryAsync(
        async () =>
        {
            var plain = await ErasePerson.HandleAsync(id, Input.Reason ?? "", Db, clock, ct);
            TempData.Saved(plain == 0 ? T["access.erase.done"] : T["access.erase.done-but", plain]);
            return $"/people/{id}";
        },
        () => ShowAsync(id, ct));

    private async Task ShowAsync(string id, CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        Person = await Db.GetAsync<Person>(id, ct);
    }
}
