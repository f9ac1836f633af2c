using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>All that waits for the reader, found once a request: the bar shows how many, the home page which.</summary>
public sealed class HomeTasks(IEnumerable<FindHomeTasks> finders, WeerbaarDb db, TimeProvider clock)
{
    private IReadOnlyList<HomeTask>? found;

    /// <summary>By due date, those without one last.</summary>
    public async Task<IReadOnlyList<HomeTask>> AllAsync(CancellationToken ct)
    {
        if (found is null)
        {
            var all = new List<HomeTask>();
            foreach (var find in finders)
            {
                all.AddRange(await find(db, clock.Today(), ct));
            }

            found = [.. all.OrderBy(t => t.Due is null).ThenBy(t => t.Due)];
        }

        return found;
    }
}
