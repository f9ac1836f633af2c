using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

public sealed class ScenarioModel(WeerbaarDb db, Texts texts) : ObjectPage<Scenario>(db, texts)
{
    /// <summary>When the version that stands was written, and by whom.</summary>
    public string Written { get; private set; } = "";

    protected override async Task ShowAsync(CancellationToken ct)
    {
        var version = await Db.Set<ScenarioVersion>().AsNoTracking().Where(v => v.ScenarioId == Subject.Id && v.Number == Subject.Number)
            .Select(v => new { v.At, v.Author }).FirstAsync(ct);
        Written = T["scenarios.sheet.written", Moments.Words(version.At), JournalWords.Who(version.Author, T)];
    }
}
