using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Decisions.Pages;

public sealed class EditDecisionModel(WeerbaarDb db, Texts texts) : DecisionFormPage(db, texts)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Input = DecisionForm.Of(await Db.GetAsync<Decision>(Id, Permission.RecordDecisions, ct));
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync($"/decisions/{Id}", $"decision-{Id}", async () =>
    {
        await ShowAsync(ct);
        var decision = await Db.GetAsync<Decision>(Id, Permission.RecordDecisions, ct);
        var request = new EditDecision.Request
        {
            Title = Input.Title,
            Date = Input.Date,
            Body = Input.Body,
            Text = Input.Text,
            Adopts = ObjectChoices.Merge(Objects, Input.Adopts, await VisibleIds.OfAsync(Db, decision.Adopts, ct)),
            RestsOn = await VisibleIds.OfAsync(Db, decision.RestsOn, ct),
            Reason = Input.Reason ?? "",
        };
        await EditDecision.HandleAsync(Id, Input.Version, request, Db, ct);
    }, ct);
}
