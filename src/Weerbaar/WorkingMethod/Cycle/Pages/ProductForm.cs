using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Cycle.Pages;

/// <summary>How a product is described on a form.</summary>
public sealed class ProductForm
{
    /// <summary>The id of what a new form makes: posted twice, it makes one product.</summary>
    public string NewId { get; set; } = "";

    public long Version { get; set; }

    [Display(Name = "cycle.field.kind")]
    public ProductKind ProductKind { get; set; }

    [Display(Name = "cycle.field.name")]
    public Text Title { get; set; } = Text.Empty;

    [Display(Name = "cycle.field.due")]
    public DateOnly? Due { get; set; }

    [Display(Name = "cycle.field.due-note")]
    public Text DueNote { get; set; } = Text.Empty;

    [Display(Name = "cycle.field.cadence")]
    public Text Cadence { get; set; } = Text.Empty;

    [Display(Name = "cycle.field.lead")]
    public string? Lead { get; set; }

    [Display(Name = "thread.field.reason")]
    public string? Reason { get; set; }

    public static ProductForm Of(Product product) => new()
    {
        Version = product.Version,
        ProductKind = product.ProductKind,
        Title = product.Title,
        Due = product.Due,
        DueNote = product.DueNote,
        Cadence = product.Cadence,
        Lead = product.Lead,
    };

    /// <summary>The organisations there are now, and the one that leads already.</summary>
    public static IEnumerable<SelectListItem> Leads(OrganisationCatalogue organisations, string? current, DateOnly today, Texts texts) =>
        organisations.All.Where(o => o.ExistsOn(today) || o.Code == current)
            .Select(o => new SelectListItem($"{o.Name.Here} ({o.Code})", o.Code))
            .Prepend(new SelectListItem(texts["cycle.no-lead"], ""));
}
