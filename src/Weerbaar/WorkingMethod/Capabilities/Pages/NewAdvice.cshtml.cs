using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Capabilities.Pages;

public sealed class NewAdviceModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations, Ids ids)
    : AdviceFormPage(db, texts, organisations)
{
    public Task OnGetAsync(CancellationToken ct)
    {
        Input.NewId = ids.Next();
        return ShowAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync($"/advices/{Input.NewId}", "advice-new", async () =>
    {
        var request = new AddAdvice.Request
        {
            AdviceKind = Input.AdviceKind,
            Title = Input.Title,
            Summary = Input.Summary,
            Phases = Input.Phases,
            Leads = Input.Leads,
            Elaborated = Input.Elaborated,
            RestsOn = Input.RestsOn,
        };
        await AddAdvice.HandleAsync(Ids.OfForm(Input.NewId), request, Db, Organisations, ct);
    }, ct);
}
