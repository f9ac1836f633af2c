using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions.Pages;

public sealed class NewDecisionModel(WeerbaarDb db, Texts texts, BasisCheck basis, Ids ids) : DecisionFormPage(db, texts)
{
    public Task OnGetAsync([FromQuery(Name = "basis")] string? roundId, CancellationToken ct)
    {
        (Input.NewId, Input.Basis) = (ids.Next(), roundId);
        Input.Date = Day;
        return ShowAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync($"/decisions/{Input.NewId}", "decision-new", async () =>
    {
        var request = new RecordDecision.Request
        {
            Title = Input.Title,
            Date = Input.Date,
            Body = Input.Body,
            Text = Input.Text,
            Adopts = Input.Adopts,
            Basis = Input.Basis,
        };
        await RecordDecision.HandleAsync(Ids.OfForm(Input.NewId), request, Db, basis, ct);
    }, ct);
}
