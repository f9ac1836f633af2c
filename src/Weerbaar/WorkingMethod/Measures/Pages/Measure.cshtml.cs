using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Measures.Pages;

public sealed class MeasureModel(WeerbaarDb db, Texts texts, TimeProvider clock) : StepPage(db, texts)
{
    public Measure Measure { get; private set; } = null!;

    public DateOnly Today => clock.Today();

    public Actor Actor => Db.Actor;

    public async Task OnGetAsync(string id, CancellationToken ct) => Measure = await Db.GetAsync<Measure>(id, ct);
}
