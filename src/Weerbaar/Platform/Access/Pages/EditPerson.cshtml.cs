using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

public sealed class EditPersonModel(WeerbaarDb db, Texts texts, EditPerson edit) : StepPage(db, texts)
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public IEnumerable<SelectListItem> Clearances => Db.Ceiling.Choices(T, Db.Ceiling.Highest);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var person = await ShowAsync(ct);
        Input = new PersonForm
        {
            Name = person.Name,
            Email = person.Email,
            Clearance = person.Clearance,
            Disabled = person.Disabled,
            Version = person.Version,
        };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new EditPerson.Request { Name = Input.Name ?? "", Email = Input.Email ?? "", Clearance = Input.Clearance, Disabled = Input.Disabled };
            await edit.HandleAsync(Id, Input.Version, request, ct);
            TempData.Saved(T["access.people.saved", request.Name]);
            return $"/people/{Id}";
        },
        () => ShowAsync(ct));

    private async Task<Person> ShowAsync(CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        var person = await Db.GetAsync<Person>(Id, ct);
        Name = person.Name;
        return person;
    }
}
