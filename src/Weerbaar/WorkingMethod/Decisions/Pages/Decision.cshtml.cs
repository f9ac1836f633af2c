using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Decisions.Pages;

public sealed class DecisionModel(WeerbaarDb db, Texts texts, BasisCheck basis) : StepPage(db, texts)
{
    public BoundDecision Bound { get; private set; } = null!;

    public Decision Decision => Bound.Decision;

    public IReadOnlyList<BasisComparison> Comparison { get; private set; } = [];

    /// <summary>The advices it takes over, as far as the reader may see them.</summary>
    public IReadOnlyList<IndexedObject> Advices { get; private set; } = [];

    public IndexedObject? Round { get; private set; }

    public override bool May(Permission permission) => Actor.May(permission, Decision);

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        (Bound, Comparison) = await GetDecision.HandleAsync(id, Db, basis, ct);
        var adopts = Decision.Adopts;
        Advices = await Db.Objects.AsNoTracking().Where(o => adopts.Contains(o.Id)).OrderBy(o => o.Id).ToListAsync(ct);
        var roundId = Decision.BasisId;
        Round = await Db.Objects.AsNoTracking().FirstOrDefaultAsync(o => o.Id == roundId, ct);
    }
}
