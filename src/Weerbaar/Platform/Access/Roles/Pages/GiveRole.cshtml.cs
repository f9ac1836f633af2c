using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Roles.Pages;

public sealed class GiveRoleModel(WeerbaarDb db, Texts texts, GiveRole give) : StepPage(db, texts)
{
    [BindProperty]
    public RoleForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public string Name { get; private set; } = "";

    public async Task OnGetAsync(string? objectId, CancellationToken ct)
    {
        await ShowAsync(ct);
        Input.ObjectId = objectId;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            var given = await give.HandleAsync(Id, Input.ToContent(), ct);
            TempData.Saved(T["access.roles.given", T.Of(given.Role)], $"role-{Id}");
            return $"/people/{Id}";
        },
        () => ShowAsync(ct));

    private async Task ShowAsync(CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        Name = (await Db.GetAsync<Person>(Id, ct)).Name;
    }
}
