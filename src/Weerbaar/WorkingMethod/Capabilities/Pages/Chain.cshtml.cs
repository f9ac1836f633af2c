using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Capabilities.Pages;

/// <summary>The advices against the links of the safety chain: where much is asked, and where nothing.</summary>
public sealed class ChainModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public IReadOnlyList<CapabilityAdvice> Advices { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Advices = await ListAdvices.HandleAsync(Db, new ListAdvices.Filter(), ct);
}
