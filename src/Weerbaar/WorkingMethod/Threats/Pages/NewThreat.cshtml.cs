using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Threats.Pages;

public sealed class NewThreatModel(WeerbaarDb db, Texts texts, Ids ids) : StepPage(db, texts)
{
    [BindProperty]
    public ThreatForm Input { get; set; } = new();

    public void OnGet()
    {
        Db.Actor.Need(Permission.WriteThreats);
        Input.NewId = ids.Next();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new AddThreat.Request
            {
                ThreatKind = Input.ThreatKind,
                Title = Input.Title,
                Summary = Input.Summary,
                IncidentCategories = Input.CategoryList,
            };
            var threat = await AddThreat.HandleAsync(Ids.OfForm(Input.NewId), request, Db, ct);
            TempData.Saved(T["site.saved"], "threat-new");
            return $"/threats/{threat.Id}";
        },
        () => Task.CompletedTask,
        twice: $"/threats/{Input.NewId}");
}
