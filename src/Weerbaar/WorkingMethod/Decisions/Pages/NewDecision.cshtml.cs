using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions.Pages;

public sealed class NewDecisionModel(WeerbaarDb db, Texts texts, BasisCheck basis, Ids ids, TimeProvider clock) : DecisionFormPage(db, texts)
{
    public Task OnGetAsync([FromQuery(Name = "basis")] string? roundId, CancellationToken ct)
    {
        (Input.NewId, Input.Basis) = (ids.Next(), roundId);
        Input.Date = clock.Today();
        return ShowAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
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
            var decision = await RecordDecision.HandleAsync(Ids.OfForm(Input.NewId), request, Db, basis, ct);
            TempData.Saved(T["site.saved"], "decision-new");
            return $"/decisions/{decision.Id}";
        },
        () => ShowAsync(ct),
        twice: $"/decisions/{Input.NewId}");
}
