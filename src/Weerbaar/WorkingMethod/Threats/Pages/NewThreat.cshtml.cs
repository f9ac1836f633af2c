using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Threats.Pages;

public sealed class NewThreatModel(WeerbaarDb db, Texts texts, Ids ids) : ObjectFormPage<ThreatForm>(db, texts, Permission.WriteThreats)
{
    public Task OnGetAsync(CancellationToken ct)
    {
        Input.NewId = ids.Next();
        return ShowAsync(ct);
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
        () => ShowAsync(ct),
        twice: $"/threats/{Input.NewId}");
}
