using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Threats.Pages;

public sealed class ThreatModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public Threat Threat { get; private set; } = null!;

    public Actor Actor => Db.Actor;

    public async Task OnGetAsync(string id, CancellationToken ct) => Threat = await Db.GetAsync<Threat>(id, ct);
}
