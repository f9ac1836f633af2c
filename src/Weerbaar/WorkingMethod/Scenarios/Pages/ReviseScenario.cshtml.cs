using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

public sealed class ReviseScenarioModel(WeerbaarDb db, Texts texts, Ids ids, VitalInterests interests) : StepPage(db, texts)
{
    [BindProperty]
    public ScenarioForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Text Title { get; private set; } = Text.Empty;

    public int Number { get; private set; }

    /// <summary>Somebody else saved a version since the form was opened.</summary>
    public bool Changed { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Input = ScenarioForm.Of(await Db.GetAsync<Scenario>(Id, Permission.WriteScenarios, ct));
        await ShowAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            await ReviseScenario.HandleAsync(Id, Input.Version, Input.ToRevise(), Db, ids, ct);
            TempData.Saved(T["site.saved"], $"scenario-{Id}");
            return $"/scenarios/{Id}";
        },
        () => ShowAsync(ct));

    private async Task ShowAsync(CancellationToken ct)
    {
        var scenario = await Db.GetAsync<Scenario>(Id, Permission.WriteScenarios, ct);
        (Title, Number, Changed) = (scenario.Title, scenario.Number, Input.Version != scenario.Version);
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Version)}");
        Input.Version = scenario.Version;
        Input.MakeRoom(interests.ToDescribe);
    }
}
