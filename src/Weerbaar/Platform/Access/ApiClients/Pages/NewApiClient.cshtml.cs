using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Markings;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.ApiClients.Pages;

/// <summary>Makes a client, and shows its key on the page that answers: it is kept nowhere it could be read again.</summary>
public sealed class NewApiClientModel(WeerbaarDb db, Texts texts, AddApiClient add, MarkingCeiling ceiling, TimeProvider clock) : StepPage(db, texts)
{
    public sealed class Form
    {
        [Display(Name = "access.field.name")]
        public string Name { get; set; } = "";

        [Display(Name = "access.api-clients.field.owner")]
        public string OwnerId { get; set; } = "";

        public List<string> Permissions { get; set; } = [];

        [Display(Name = "access.field.clearance")]
        public Marking Clearance { get; set; }

        [Display(Name = "access.api-clients.field.until")]
        public DateOnly? Until { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public string? Key { get; private set; }

    public IEnumerable<SelectListItem> Clearances => ceiling.Choices(T, Db.Actor.Clearance);

    public IReadOnlyList<SelectListItem> Owners { get; private set; } = [];

    public Choice Permissions => new(
        "Input.Permissions", T["access.api-clients.field.permissions"],
        [new ChoiceGroup(T["access.api-clients.field.besides"], [.. ApiClientScope.Offered.Where(p => p != Permission.Read).Select(p => new ChoiceOption(p.ToString(), Texts.All[$"enum.Permission.{p}"]))])],
        Input.Permissions, T["access.api-clients.permissions-hint"]);

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        (Input.OwnerId, Input.Until) = (Db.Actor.Id, clock.Today().AddMonths(6));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        try
        {
            Key = (await add.HandleAsync(Request(), ct)).Key;
            Response.Headers.CacheControl = "no-store";
            return Page();
        }
        catch (Exception refused) when (refused is InvalidInput or BrokenRule)
        {
            return await TryAsync(() => throw refused, () => ShowAsync(ct));
        }
    }

    private new AddApiClient.Request Request() => new()
    {
        Name = Input.Name,
        OwnerId = Input.OwnerId,
        Permissions = [.. Input.Permissions.Select(word => EnumWords.Find(typeof(Permission), word) is Permission p ? p : throw new InvalidInput("permissions", "access.api-clients.error.permissions"))],
        Clearance = Input.Clearance,
        Until = Input.Until ?? throw new InvalidInput("until", "access.api-clients.error.until"),
    };

    private async Task ShowAsync(CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        Owners = await Db.Set<Person>().AsNoTracking().Where(p => !p.Disabled).OrderBy(p => p.Name)
            .Select(p => new SelectListItem(p.Name, p.Id)).ToListAsync(ct);
    }
}
