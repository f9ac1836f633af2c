using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

public sealed class NewPersonModel(WeerbaarDb db, Texts texts, Ids ids, Invite invite) : StepPage(db, texts)
{
    [BindProperty]
    public PersonForm Input { get; set; } = new();

    /// <summary>Shown once: who has it signs in as this person.</summary>
    public string? Link { get; private set; }

    public IEnumerable<SelectListItem> Clearances => Db.Ceiling.Choices(T, Db.Ceiling.Highest);

    public void OnGet() => Db.Actor.Need(Permission.ManagePeople);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            var request = new AddPerson.Request { Name = Input.Name ?? "", Email = Input.Email ?? "", Role = Input.Role, Clearance = Input.Clearance };
            var added = await AddPerson.HandleAsync(ids.Next(), request, Db, invite, ct);
            Link = $"{Request.Scheme}://{Request.Host}{added.SignInPath}";
            return Page();
        }
        catch (Exception refused) when (refused is InvalidInput or BrokenRule)
        {
            return await TryAsync(() => throw refused, () => Task.CompletedTask);
        }
    }
}
