using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

public sealed class ProductModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations) : ObjectPage<Product>(db, texts)
{
    public string LeadName => organisations.NameOf(Subject.Lead).Here;
}
