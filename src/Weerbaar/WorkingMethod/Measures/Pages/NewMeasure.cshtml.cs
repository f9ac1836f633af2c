using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Measures.Pages;

public sealed class NewMeasureModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations, Ids ids)
    : MeasureFormPage(db, texts, organisations)
{
    /// <param name="from">Id of the advice or decision the measure carries out, when the reader comes from its page.</param>
    public Task OnGetAsync(string? from, CancellationToken ct)
    {
        Input.NewId = ids.Next();
        Input.RestsOn = from is null ? [] : [from];
        return ShowAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => SaveAsync($"/measures/{Input.NewId}", "measure-new", async () =>
    {
        var request = new AddMeasure.Request
        {
            Title = Input.Title,
            Summary = Input.Summary,
            Leads = Input.Leads,
            Partners = Input.Partners,
            Due = Input.Due,
            DueNote = Input.DueNote,
            Status = Input.Status,
            RestsOn = Input.RestsOn,
        };
        await AddMeasure.HandleAsync(Ids.OfForm(Input.NewId), request, Db, Organisations, ct);
    }, ct);
}
