using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

public sealed class ProductModel(WeerbaarDb db, Texts texts, TimeProvider clock, OrganisationCatalogue organisations) : StepPage(db, texts)
{
    public Product Product { get; private set; } = null!;

    public Actor Actor => Db.Actor;

    public DateOnly Today => clock.Today();

    public string LeadName => organisations.NameOf(Product.Lead).Here;

    public async Task OnGetAsync(string id, CancellationToken ct) => Product = await Db.GetAsync<Product>(id, ct);
}
