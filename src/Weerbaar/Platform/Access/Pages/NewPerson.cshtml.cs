using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

public sealed class NewPersonModel(WeerbaarDb db, Texts texts, Ids ids, AddPerson add) : StepPage(db, texts)
{
    [BindProperty]
    public NewPersonForm Input { get; set; } = new();

    /// <summary>Shown once: who has its link signs in as this person.</summary>
    public AddPerson.View? Added { get; private set; }

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
            Added = await add.HandleAsync(ids.Next(), Input.ToRequest(), ct);
            return Page();
        }
        catch (Exception refused) when (refused is InvalidInput or BrokenRule)
        {
            return await TryAsync(() => throw refused, () => Task.CompletedTask);
        }
    }
}
