using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Editions;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

public sealed class EditRoundModel(WeerbaarDb db, Texts texts, EditionCatalogue editions) : StepPage(db, texts)
{
    [BindProperty]
    public RoundForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Text Title { get; private set; } = Text.Empty;

    public string Edition { get; private set; } = "";

    public RoundChoices Choices { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var round = await Db.GetAsync<Round>(Id, Permission.OpenRounds, ct);
        Input = new RoundForm { Version = round.Version, Title = round.Title, Summary = round.Summary, ScenarioIds = round.ScenarioIds };
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

        return await TryAsync(() => ChangeAsync(ct), () => ShowAsync(ct));
    }

    private async Task<string> ChangeAsync(CancellationToken ct)
    {
        var round = await Db.GetAsync<Round>(Id, Permission.OpenRounds, ct);
        var request = new ChangeRound.Request
        {
            Title = Input.Title,
            Summary = Input.Summary,
            ScenarioIds = [.. round.ScenarioIds.Intersect(Input.ScenarioIds), .. Input.ScenarioIds.Except(round.ScenarioIds)],
            RestsOn = await VisibleIds.OfAsync(Db, round.RestsOn, ct),
            Reason = Input.Reason ?? "",
        };
        await ChangeRound.HandleAsync(Id, Input.Version, request, Db, ct);
        TempData.Saved(T["site.saved"], $"round-{Id}");
        return $"/rounds/{Id}";
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        var round = await Db.GetAsync<Round>(Id, Permission.OpenRounds, ct);
        (Title, Edition) = (round.Title, editions.Of(round).Edition.Title.Here());
        Choices = await RoundChoices.OfAsync(Db, Input, ct);
    }
}
