using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

public sealed class ChangeProductModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations) : ObjectFormPage<ProductForm>(db, texts, Permission.PlanCycle)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Input = ProductForm.Of(await Db.GetAsync<Product>(Id, Permission.PlanCycle, ct));
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync($"/products/{Id}", $"product-{Id}", async () =>
    {
        var product = await Db.GetAsync<Product>(Id, Permission.PlanCycle, ct);
        var request = new ChangeProduct.Request
        {
            ProductKind = Input.ProductKind,
            Title = Input.Title,
            Due = Input.Due,
            DueNote = Input.DueNote,
            Cadence = Input.Cadence,
            Lead = Input.Lead ?? "",
            RestsOn = await VisibleIds.OfAsync(Db, product.RestsOn, ct),
            Reason = Input.Reason ?? "",
        };
        await ChangeProduct.HandleAsync(Id, Input.Version, request, Db, organisations, ct);
    }, ct);
}
