using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Threats.Pages;

public sealed class EditThreatModel(WeerbaarDb db, Texts texts) : ObjectFormPage<ThreatForm>(db, texts, Permission.WriteThreats)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Input = ThreatForm.Of(await Db.GetAsync<Threat>(Id, Permission.WriteThreats, ct));
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync($"/threats/{Id}", $"threat-{Id}", async () =>
    {
        var threat = await Db.GetAsync<Threat>(Id, Permission.WriteThreats, ct);
        var request = new EditThreat.Request
        {
            ThreatKind = Input.ThreatKind,
            Title = Input.Title,
            Summary = Input.Summary,
            IncidentCategories = Input.CategoryList,
            RestsOn = await VisibleIds.OfAsync(Db, threat.RestsOn, ct),
            Reason = Input.Reason ?? "",
        };
        await EditThreat.HandleAsync(Id, Input.Version, request, Db, ct);
    }, ct);
}
