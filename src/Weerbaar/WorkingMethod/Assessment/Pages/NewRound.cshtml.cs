using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class NewRoundModel(WeerbaarDb db, Texts texts, Ids ids, EditionCatalogue editions) : StepPage(db, texts)
{
    [BindProperty]
    public RoundForm Input { get; set; } = new();

    public RoundChoices Choices { get; private set; } = null!;

    public IEnumerable<SelectListItem> Editions =>
        editions.All.Select(e => new SelectListItem(e.Edition.Title.Here(), e.Edition.Id));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input.NewId = ids.Next();
        await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(string? next, CancellationToken ct)
    {
        if (next == "find")
        {
            ModelState.Clear();
            await ShowAsync(ct);
            return Page();
        }

        return await TryAsync(() => OpenAsync(ct), () => ShowAsync(ct), twice: $"/rounds/{Input.NewId}");
    }

    private async Task<string> OpenAsync(CancellationToken ct)
    {
        var request = new OpenRound.Request
        {
            Title = Input.Title,
            Summary = Input.Summary,
            EditionId = Input.EditionId ?? "",
            ScenarioIds = Input.ScenarioIds,
        };
        var round = await OpenRound.HandleAsync(Ids.OfForm(Input.NewId), request, Db, editions, ct);
        TempData.Saved(T["assessment.open.done"], "round-new");
        return $"/rounds/{round.Id}";
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Db.Actor.NeedSomewhere(Permission.OpenRounds);
        Choices = await RoundChoices.OfAsync(Db, Input, ct);
    }
}
