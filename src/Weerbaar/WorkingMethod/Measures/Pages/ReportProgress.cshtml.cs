using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Measures.Pages;

public sealed class ReportProgressModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public sealed class Form
    {
        public long Version { get; set; }

        [Display(Name = "measures.field.date")]
        public DateOnly Date { get; set; }

        [Display(Name = "measures.field.status")]
        public MeasureStatus Status { get; set; }

        [Display(Name = "measures.field.text")]
        public Text Text { get; set; } = Text.Empty;

        [Display(Name = "measures.field.document")]
        public Text Document { get; set; } = Text.Empty;
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Measure Measure { get; private set; } = null!;

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        await ShowAsync(id, ct);
        Input = new Form { Version = Measure.Version, Date = Day, Status = Measure.Status };
    }

    public Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new ReportProgress.Request
            {
                Date = Input.Date,
                Status = Input.Status,
                Text = Input.Text,
                Source = new Citation(Input.Document, Text.Empty),
            };
            await ReportProgress.HandleAsync(id, Input.Version, request, Db, ct);
            TempData.Saved(T["site.saved"], $"progress-{id}");
            return $"/measures/{id}";
        },
        () => ShowAsync(id, ct));

    private async Task ShowAsync(string id, CancellationToken ct) => Measure = await Db.GetAsync<Measure>(id, Permission.ReportProgress, ct);
}
