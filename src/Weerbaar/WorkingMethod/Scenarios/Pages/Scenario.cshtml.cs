using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

public sealed class ScenarioModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public Scenario Scenario { get; private set; } = null!;

    /// <summary>When the version that stands was written, and by whom.</summary>
    public string Written { get; private set; } = "";

    public Actor Actor => Db.Actor;

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        Scenario = await Db.GetAsync<Scenario>(id, ct);
        var version = (await ListScenarioVersions.HandleAsync(id, Db, ct))[0];
        Written = T["scenarios.sheet.written", Moments.Words(version.At), version.Author];
    }
}
