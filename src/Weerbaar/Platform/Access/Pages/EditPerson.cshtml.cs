using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.Accounts.Pages;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

/// <summary>One person: what they are, and for who lost a device, where they are signed in and a way to begin anew.</summary>
public sealed class EditPersonModel(WeerbaarDb db, Texts texts, CurrentActor current, Invite invite, Sessions sessions, ResetAccount reset)
    : StepPage(db, texts)
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    public string? Link { get; private set; }

    public IEnumerable<SelectListItem> Clearances => Db.Ceiling.Choices(T, Db.Ceiling.Highest);

    public SessionList Open { get; private set; } = new([], null);

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
            await EditPerson.HandleAsync(id, Input.Version, request, Db, sessions, invite, ct);
            TempData.Saved(T["access.people.saved", request.Name]);
            return "/people";
        },
        () => ShowSessionsAsync(id, ct));

    public Task<IActionResult> OnPostLinkAsync(string id, CancellationToken ct) =>
        LinkAsync(id, async () => await invite.ForAsync(await invite.ForWhomAsync(id, ct), ct), ct);

    public Task<IActionResult> OnPostResetAsync(string id, CancellationToken ct) =>
        LinkAsync(id, () => reset.HandleAsync(id, ct), ct);

    public Task<IActionResult> OnPostEndSessionAsync(string id, string session, CancellationToken ct) =>
        EndAsync(id, s => s.Id == session, ct);

    public Task<IActionResult> OnPostEndSessionsAsync(string id, CancellationToken ct) => EndAsync(id, _ => true, ct);

    private Task<IActionResult> EndAsync(string id, Func<Session, bool> which, CancellationToken ct) => TryAsync(
        async () =>
        {
            Db.Actor.Need(Permission.ManagePeople);
            await sessions.EndAsync(id, which, ct);
            TempData.Saved(T["access.sessions.ended"]);
            return $"/people/{id}";
        },
        () => ShowAsync(id, ct));

    /// <summary>The link is on the page that answers, once: it is kept nowhere it could be read again.</summary>
    private async Task<IActionResult> LinkAsync(string id, Func<Task<string>> make, CancellationToken ct)
    {
        ModelState.Clear();
        try
        {
            Link = $"{Request.Scheme}://{Request.Host}/sign-in/{await make()}";
        }
        catch (BrokenRule rule)
        {
            ModelState.AddModelError("", T[rule.Key, rule.Values]);
        }

        await ShowAsync(id, ct);
        return Page();
    }

    private async Task ShowSessionsAsync(string id, CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        Open = new SessionList(await sessions.OfAsync(id, ct), current.Session?.Id);
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
        await ShowSessionsAsync(id, ct);
    }
}
