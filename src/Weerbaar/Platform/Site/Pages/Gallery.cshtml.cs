using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;

namespace Weerbaar.Platform.Site.Pages;

/// <summary>Every part of the site on one page, in development only.</summary>
public sealed class GalleryModel(IWebHostEnvironment environment, Texts texts) : PageModel
{
    public sealed record Row(int Number, string Name, Tone State, string Class, double Cost, DateOnly Due, Marking Marking);

    public sealed class Fields
    {
        [Required]
        [Display(Name = "gallery.field.name")]
        public Text Name { get; set; } = Text.Empty;

        [Display(Name = "gallery.field.story")]
        public Text Story { get; set; } = Text.Empty;

        [Range(0, 1000000)]
        [Display(Name = "gallery.field.amount")]
        public decimal? Amount { get; set; }

        [Required]
        [Display(Name = "gallery.field.due")]
        public DateOnly? Due { get; set; }

        [Display(Name = "gallery.field.marking")]
        public Marking Marking { get; set; }

        [Required]
        [Display(Name = "gallery.field.tone")]
        public Tone? Tone { get; set; }

        [Display(Name = "gallery.field.agreed")]
        public bool Agreed { get; set; }
    }

    [BindProperty]
    public Fields Input { get; set; } = new();

    public TableView Table { get; private set; } = null!;

    public TableView Nothing { get; private set; } = null!;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (!environment.IsDevelopment())
        {
            context.Result = NotFound();
        }
    }

    public Task<IActionResult> OnGetAsync() => Show();

    public Task<IActionResult> OnPostAsync()
    {
        if (Input.Name.IsEmpty)
        {
            ModelState.AddModelError("Input.Name", texts["site.invalid.missing"]);
        }

        if (!ModelState.IsValid)
        {
            return Show();
        }

        TempData.Saved(texts["gallery.saved"], "gallery");
        return Task.FromResult<IActionResult>(RedirectToPage());
    }

    private Task<IActionResult> Show()
    {
        Nothing = new DataTable<Row>(Request, "none", texts["gallery.place.scenarios"], "n.")
            .Title("name", texts["gallery.field.name"], r => r.Name)
            .Empty("Nog geen scenario’s", "Een scenario beschrijft wat er precies kan gebeuren, zodat iedereen hetzelfde beoordeelt.", "Eerste scenario maken", "#")
            .Over([]);
        return new DataTable<Row>(Request, "gallery", texts["gallery.place.measures"])
            .Title("name", texts["gallery.field.name"], r => r.Name, r => $"#{r.Number}")
            .Column("state", texts["gallery.field.tone"], r => texts.Of(r.State), r => new Badge(r.State, texts.Of(r.State)).Html(), r => r.State)
            .Column("class", "Klasse", r => r.Class, r => ClassChips.Chip(r.Class, ClassChips.StepOf(r.Class)))
            .Number("cost", texts["gallery.field.amount"], r => r.Cost, "N1", "mln €")
            .Date("due", texts["gallery.field.due"], r => r.Due)
            .Column("marking", texts["gallery.field.marking"], r => texts.Of(r.Marking), r => Badge.Of(r.Marking).Html(), r => r.Marking)
            .Filter<Tone>("state", texts["gallery.field.tone"], r => r.State)
            .Filter<Marking>("marking", texts["gallery.field.marking"], r => r.Marking)
            .OrderedBy("due")
            .Answer(this, Rows(), view => Table = view);
    }

    private static IEnumerable<Row> Rows()
    {
        string[] names = ["Hogere dijken langs de IJssel", "Oefening langdurige stroomuitval", "Meldpunt voor verdachte software", "Noodvoorraad medicijnen", "Landelijk netwerk van experts", "Afspraken met drinkwaterbedrijven", "Vaste lijn tussen meldkamers"];
        return Enumerable.Range(0, 63).Select(i => new Row(
            i, i < names.Length ? names[i] : $"{names[i % names.Length]} – deel {(i / names.Length) + 1}",
            (Tone)(i % 5), "ABCDEX"[(i * 5) % 6].ToString(), 12.5 + (i * 187.25), new DateOnly(2026, 1, 15).AddDays(i * 9), (Marking)(i % 3)));
    }
}
