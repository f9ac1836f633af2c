using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

public sealed class NewScenarioModel(WeerbaarDb db, Texts texts, Ids ids, VitalInterests interests) : StepPage(db, texts)
{
    [BindProperty]
    public ScenarioForm Input { get; set; } = new();

    public Choice RestsOn => new("Input.RestsOn", T["scenarios.field.rests-on"], Threats, Input.RestsOn, T["scenarios.field.rests-on-hint"]);

    private IReadOnlyList<ChoiceGroup> Threats { get; set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Db.Actor.NeedSomewhere(Permission.WriteScenarios);
        Input.NewId = ids.Next();
        await ShowAsync(ct);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            var scenario = await AddScenario.HandleAsync(Ids.OfForm(Input.NewId), Input.ToAdd(), Db, ct);
            TempData.Saved(T["site.saved"], "scenario-new");
            return $"/scenarios/{scenario.Id}";
        },
        () => ShowAsync(ct),
        twice: $"/scenarios/{Input.NewId}");

    private async Task ShowAsync(CancellationToken ct)
    {
        Input.MakeRoom(interests.ToDescribe);
        Threats = await ObjectChoices.OfAsync(Db, T, ct, "threat");
    }
}
