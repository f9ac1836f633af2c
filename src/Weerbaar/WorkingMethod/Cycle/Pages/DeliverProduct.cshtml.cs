using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

public sealed class DeliverProductModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public sealed class Form
    {
        public long Version { get; set; }

        [Display(Name = "cycle.field.delivered")]
        public DateOnly? Delivered { get; set; }

        [Display(Name = "cycle.field.remark")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Product Product { get; private set; } = null!;

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        await ShowAsync(id, ct);
        Input = new Form { Version = Product.Version, Delivered = Product.Delivered ?? Day };
    }

    public Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new DeliverProduct.Request { Delivered = Input.Delivered, Reason = Input.Reason ?? "" };
            await DeliverProduct.HandleAsync(id, Input.Version, request, Db, ct);
            TempData.Saved(T["site.saved"], $"delivery-{id}");
            return $"/products/{id}";
        },
        () => ShowAsync(id, ct));

    private async Task ShowAsync(string id, CancellationToken ct) => Product = await Db.GetAsync<Product>(id, Permission.PlanCycle, ct);
}
