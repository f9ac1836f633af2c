using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Drawing;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

public sealed class ProductsModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    public bool HasInvented { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = Day;
        var products = await ListProducts.HandleAsync(Db, null, null, null, ct);
        HasInvented = products.Any(p => p.Invented);
        var may = Actor.MayLead(Platform.Access.Permission.PlanCycle);
        return await new DataTable<Product>(Request, "products", T["cycle.table.caption"])
            .Title("title", T["cycle.field.title"], p => p.Title.Here, p => $"/products/{p.Id}")
            .Column("due", T["cycle.field.due"], ExactDue, DueHtml, p => p.Due)
            .Column("state", T["cycle.field.state"], p => T.Of(p.StateOn(today)), p => p.StateOn(today).Badge(T).Html(), p => p.StateOn(today))
            .Date("delivered", T["cycle.field.delivered"], p => p.Delivered)
            .Column("kind", T["cycle.field.kind"], p => T.Of(p.ProductKind))
            .Column("lead", T["cycle.field.lead"], p => p.Lead)
            .FilterCycle(T, p => p.Id)
            .Filter<DueState>("state", T["cycle.field.state"], p => p.StateOn(today))
            .Filter<ProductKind>("kind", T["cycle.field.kind"], p => p.ProductKind)
            .Filter("lead", T["cycle.field.lead"], p => p.Lead, code => organisations.NameOf(code).Here)
            .Empty(T["cycle.empty.heading"], T["cycle.empty.text"], may ? T["cycle.plan"] : null, may ? "/products/new" : null)
            .Answer(this, products.OrderBy(p => p.Due < TaskList.OldBefore(today)), view => Table = view);
    }

    /// <summary>The day as files have it, or the words there are instead.</summary>
    private static string ExactDue(Product product) => product.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? product.DueNote.Here;

    private static IHtmlContent DueHtml(Product product) => product.Due is { } due
        ? Moments.Html(due)
        : new HtmlContentBuilder().Append(product.DueNote.IsEmpty ? "–" : product.DueNote.Here);
}
