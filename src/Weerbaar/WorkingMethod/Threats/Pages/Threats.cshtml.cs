using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Threats.Pages;

public sealed class ThreatsModel(WeerbaarDb db, Texts texts) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await new DataTable<Threat>(Request, "threats", T["kind.threat.plural"])
            .Title("title", T["threats.field.title"], t => t.Title.Here, t => $"/threats/{t.Id}")
            .Column("kind", T["threats.field.kind"], t => T.Of(t.ThreatKind))
            .Column("summary", T["threats.field.summary"], t => t.Summary.Here)
            .Date("last", T["threats.field.last"], t => t.Log is [var newest, ..] ? newest.Date : null)
            .Column("marking", T["thread.field.marking"], t => T.Of(t.Marking))
            .FilterCycle(T, t => t.Id)
            .Filter<ThreatKind>("kind", T["threats.field.kind"], t => t.ThreatKind)
            .Empty(T["threats.empty.heading"], T["threats.empty.text"], May(Permission.WriteThreats) ? T["threats.add"] : null, "/threats/new")
            .Answer(this, await ListThreats.HandleAsync(Db, null, null, null, ct), view => Table = view);
}
