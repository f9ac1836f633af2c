using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Measures.Pages;

public sealed class EditMeasureModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations)
    : MeasureFormPage(db, texts, organisations)
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Input = MeasureForm.Of(await Db.GetAsync<Measure>(Id, Permission.WriteMeasures, ct));
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync($"/measures/{Id}", $"measure-{Id}", async () =>
    {
        await ShowAsync(ct);
        var measure = await Db.GetAsync<Measure>(Id, Permission.WriteMeasures, ct);
        var request = new EditMeasure.Request
        {
            Title = Input.Title,
            Summary = Input.Summary,
            Leads = Input.Leads,
            Partners = Input.Partners,
            Due = Input.Due,
            DueNote = Input.DueNote,
            RestsOn = ObjectChoices.Merge(Objects, Input.RestsOn, await VisibleIds.OfAsync(Db, measure.RestsOn, ct)),
            Reason = Input.Reason ?? "",
        };
        await EditMeasure.HandleAsync(Id, Input.Version, request, Db, Organisations, ct);
    }, ct);
}
