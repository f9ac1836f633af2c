using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

/// <summary>A page with the fields of a product, new or there already.</summary>
public abstract class ProductFields(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    [BindProperty]
    public ProductForm Input { get; set; } = new();
}
