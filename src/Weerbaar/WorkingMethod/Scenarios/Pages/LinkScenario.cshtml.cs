using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

public sealed class LinkScenarioModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public sealed class Form
    {
        public long Version { get; set; }

        public List<string> RestsOn { get; set; } = [];

        public string Reason { get; set; } = "";
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Text Title { get; private set; } = Text.Empty;

    public Choice RestsOn => new("Input.RestsOn", T["scenarios.field.rests-on"], Threats, Input.RestsOn, T["scenarios.field.rests-on-hint"]);

    private IReadOnlyList<ChoiceGroup> Threats { get; set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var scenario = await ShowAsync(ct);
        Input = new Form { Version = scenario.Version, RestsOn = scenario.RestsOn };
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            var scenario = await ShowAsync(ct);
            var request = new LinkScenario.Request
            {
                RestsOn = ObjectChoices.Merge(Threats, Input.RestsOn, await VisibleIds.OfAsync(Db, scenario.RestsOn, ct)),
                Reason = Input.Reason ?? "",
            };
            await LinkScenario.HandleAsync(Id, Input.Version, request, Db, ct);
            TempData.Saved(T["site.saved"]);
            return $"/scenarios/{Id}";
        },
        () => ShowAsync(ct));

    private async Task<Scenario> ShowAsync(CancellationToken ct)
    {
        var scenario = await Db.GetAsync<Scenario>(Id, Permission.WriteScenarios, ct);
        (Title, Threats) = (scenario.Title, await ObjectChoices.OfAsync(Db, T, ct, "threat"));
        return scenario;
    }
}
