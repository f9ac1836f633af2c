using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Decisions.Pages;

public sealed class DecisionsModel(WeerbaarDb db, Texts texts, BasisCheck basis) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await new DataTable<BoundDecision>(Request, "decisions", T["kind.decision.plural"])
            .Title("title", T["decisions.field.title"], d => d.Decision.Title.Here, d => $"/decisions/{d.Decision.Id}")
            .Date("date", T["decisions.field.date"], d => d.Decision.Date)
            .Column("body", T["decisions.field.body"], d => d.Decision.Body.Here)
            .Column("state", T["decisions.field.state"], d => T.Of(d.State), d => d.State.BadgeOf(T).Html(), d => d.State)
            .Column("marking", T["thread.field.marking"], d => T.Of(d.Decision.Marking), d => Badge.Of(d.Decision.Marking).Html(), d => d.Decision.Marking)
            .FilterCycle(T, d => d.Decision.Id)
            .Filter<BasisState>("state", T["decisions.field.state"], d => d.State)
            .OrderedBy("-date")
            .Empty(T["decisions.empty.heading"], T["decisions.empty.text"], May(Permission.RecordDecisions) ? T["decisions.add"] : null, "/decisions/new")
            .Answer(this, await ListDecisions.HandleAsync(Db, basis, null, ct), view => Table = view);
}
