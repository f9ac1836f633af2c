using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Capabilities.Pages;

public sealed class AdviceModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public CapabilityAdvice Advice { get; private set; } = null!;

    public Actor Actor => Db.Actor;

    public async Task OnGetAsync(string id, CancellationToken ct) => Advice = await Db.GetAsync<CapabilityAdvice>(id, ct);
}
