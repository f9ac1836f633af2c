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

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync($"/threats/{Input.NewId}", "threat-new", async () =>
    {
        var request = new AddThreat.Request
        {
            ThreatKind = Input.ThreatKind,
            Title = Input.Title,
            Summary = Input.Summary,
            IncidentCategories = Input.CategoryList,
        };
        await AddThreat.HandleAsync(Ids.OfForm(Input.NewId), request, Db, ct);
    }, ct);
}
