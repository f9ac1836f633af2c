using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

public sealed class PlanProductModel(WeerbaarDb db, Texts texts, Ids ids, OrganisationCatalogue organisations) : ObjectFormPage<ProductForm>(db, texts, Permission.PlanCycle)
{
    public Task OnGetAsync(CancellationToken ct)
    {
        Input.NewId = ids.Next();
        return ShowAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync($"/products/{Input.NewId}", "product-new", async () =>
    {
        var request = new PlanProduct.Request
        {
            ProductKind = Input.ProductKind,
            Title = Input.Title,
            Due = Input.Due,
            DueNote = Input.DueNote,
            Cadence = Input.Cadence,
            Lead = Input.Lead ?? "",
        };
        await PlanProduct.HandleAsync(Ids.OfForm(Input.NewId), request, Db, organisations, ct);
    }, ct);
}
