using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Analysis.Scales;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Scenarios.Pages;

public sealed class ScenariosModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var themes = await Db.Objects.AsNoTracking().Where(o => o.Kind == "threat").ToDictionaryAsync(o => o.Id, o => o.Title.Here, ct);
        string? ThemeOf(Scenario scenario) => scenario.RestsOn.Select(themes.GetValueOrDefault).FirstOrDefault(t => t is not null);
        return await new DataTable<Scenario>(Request, "scenarios", T["scenarios.title"])
            .Title("title", T["scenarios.field.title"], s => s.Title.Here, s => $"/scenarios/{s.Id}")
            .Column("theme", T["scenarios.field.theme"], ThemeOf)
            .Column("nature", T["scenarios.field.nature"], s => T.Of(s.Nature))
            .Number("version", T["scenarios.field.version"], s => s.Number)
            .Column("marking", T["thread.field.marking"], s => T.Of(s.Marking), s => Badge.Of(s.Marking).Html())
            .FilterCycle(T, s => s.Id)
            .Filter("theme", T["scenarios.field.theme"], ThemeOf)
            .Filter<Nature>("nature", T["scenarios.field.nature"], s => s.Nature)
            .Empty(T["scenarios.empty.heading"], T["scenarios.empty.text"], May(Platform.Access.Permission.WriteScenarios) ? T["scenarios.add"] : null, "/scenarios/new")
            .Answer(this, ScenarioRows.Of(Db, themes), view => Table = view);
    }
}
