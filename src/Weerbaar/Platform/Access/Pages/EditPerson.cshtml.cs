using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

public sealed class EditPersonModel(WeerbaarDb db, Texts texts, Invite invite) : StepPage(db, texts)
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public string? Link { get; private set; }

    public Task OnGetAsync(string id, CancellationToken ct) => ShowAsync(id, ct);

    public Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new EditPerson.Request
            {
                Name = Input.Name ?? "",
                Email = Input.Email ?? "",
                Role = Input.Role,
                Clearance = Input.Clearance,
                Disabled = Input.Disabled,
            };
            await EditPerson.HandleAsync(id, Input.Version, request, Db, ct);
            TempData.Saved(T["access.people.saved", request.Name]);
            return "/people";
        },
        () => Task.CompletedTask);

    public async Task<IActionResult> OnPostLinkAsync(string id, CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        var token = await invite.ForAsync(await Db.GetAsync<Person>(id, ct), ct);
        Link = $"{Request.Scheme}://{Request.Host}/sign-in/{token}";
        ModelState.Clear();
        await ShowAsync(id, ct);
        return Page();
    }

    private async Task ShowAsync(string id, CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        var person = await Db.GetAsync<Person>(id, ct);
        Input = new PersonForm
        {
            Name = person.Name,
            Email = person.Email,
            Role = person.Role,
            Clearance = person.Clearance,
            Disabled = person.Disabled,
            Version = person.Version,
        };
    }
}
