using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

public sealed class ProductModel(WeerbaarDb db, Texts texts, TimeProvider clock, OrganisationCatalogue organisations) : ObjectPage<Product>(db, texts)
{
    public DateOnly Today => clock.Today();

    public string LeadName => organisations.NameOf(Subject.Lead).Here;
}
