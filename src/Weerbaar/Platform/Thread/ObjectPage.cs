using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>The page of one object, as far as the reader may see it.</summary>
public abstract class ObjectPage<T>(WeerbaarDb db, Texts texts) : StepPage(db, texts) where T : MarkedObject
{
    public T Subject { get; private set; } = null!;

    public override bool May(Permission permission) => Db.Actor.May(permission, Subject);

    public async Task OnGetAsync(string id, CancellationToken ct)
    {
        Subject = await Db.GetAsync<T>(id, ct);
        await ShowAsync(ct);
    }

    /// <summary>Reads what the page shows besides the object itself.</summary>
    protected virtual Task ShowAsync(CancellationToken ct) => Task.CompletedTask;
}
