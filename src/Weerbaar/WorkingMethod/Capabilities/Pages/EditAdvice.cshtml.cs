using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Capabilities.Pages;

public sealed class EditAdviceModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations)
    : AdviceFormPage(db, texts, organisations)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Input = AdviceForm.Of(await Db.GetAsync<CapabilityAdvice>(Id, Permission.WriteCapabilities, ct));
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync($"/advices/{Id}", $"advice-{Id}", async () =>
    {
        await ShowAsync(ct);
        var advice = await Db.GetAsync<CapabilityAdvice>(Id, Permission.WriteCapabilities, ct);
        var request = new EditAdvice.Request
        {
            AdviceKind = Input.AdviceKind,
            Title = Input.Title,
            Summary = Input.Summary,
            Phases = Input.Phases,
            Leads = Input.Leads,
            Elaborated = Input.Elaborated,
            RestsOn = ObjectChoices.Merge(Objects, Input.RestsOn, await VisibleIds.OfAsync(Db, advice.RestsOn, ct)),
            Reason = Input.Reason ?? "",
        };
        await EditAdvice.HandleAsync(Id, Input.Version, request, Db, Organisations, ct);
    }, ct);
}
