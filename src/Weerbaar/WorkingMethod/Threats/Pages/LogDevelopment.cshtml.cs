using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Threats.Pages;

public sealed class LogDevelopmentModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public sealed class Form
    {
        public long Version { get; set; }

        [Display(Name = "threats.field.date")]
        public DateOnly Date { get; set; }

        [Display(Name = "threats.field.side")]
        public Side Side { get; set; }

        [Display(Name = "threats.field.trend")]
        public Trend Trend { get; set; }

        [Display(Name = "threats.field.text")]
        public Text Text { get; set; } = Text.Empty;

        [Display(Name = "threats.field.document")]
        public Text Document { get; set; } = Text.Empty;
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public Threat Threat { get; private set; } = null!;

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        await ShowAsync(id, ct);
        Input = new Form { Version = Threat.Version, Date = Day };
    }

    public Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new LogDevelopment.Request
            {
                Date = Input.Date,
                Side = Input.Side,
                Trend = Input.Trend,
                Text = Input.Text,
                Source = new Citation(Input.Document, Text.Empty),
            };
            await LogDevelopment.HandleAsync(id, Input.Version, request, Db, ct);
            TempData.Saved(T["site.saved"], $"development-{id}");
            return $"/threats/{id}";
        },
        () => ShowAsync(id, ct));

    private async Task ShowAsync(string id, CancellationToken ct) => Threat = await Db.GetAsync<Threat>(id, Permission.WriteThreats, ct);
}
