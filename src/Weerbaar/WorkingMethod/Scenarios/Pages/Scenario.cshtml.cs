using Microsoft.EntityFrameworkCore;
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

    /// <summary>The rounds that judge it, as far as the reader may see them.</summary>
    public IReadOnlyList<IndexedObject> Rounds { get; private set; } = [];

    public Actor Actor => Db.Actor;

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        Scenario = await Db.GetAsync<Scenario>(id, ct);
        var version = (await ListScenarioVersions.HandleAsync(id, Db, ct))[0];
        Written = T["scenarios.sheet.written", Moments.Words(version.At), version.Author];
        Rounds = await Db.Objects.AsNoTracking()
            .Where(o => o.Kind == "round" && Db.Links.Any(l => l.ToId == id && l.FromId == o.Id))
            .OrderBy(o => o.Id).ToListAsync(ct);
    }
}
