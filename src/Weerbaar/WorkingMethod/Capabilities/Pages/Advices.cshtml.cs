using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Capabilities.Pages;

public sealed class AdvicesModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await new DataTable<CapabilityAdvice>(Request, "advices", T["kind.advice.plural"])
            .Title("title", T["capabilities.field.title"], a => a.Title.Here, a => $"/advices/{a.Id}")
            .Column("kind", T["capabilities.field.kind"], a => T.Of(a.AdviceKind))
            .Column("phases", T["capabilities.field.phases"], a => string.Join(", ", a.Phases.Select(p => T.Of(p))), sort: a => a.Phases.Count == 0 ? null : (int)a.Phases[0])
            .Column("leads", T["capabilities.field.leads"], a => organisations.Words(a.Leads))
            .Column("elaborated", T["capabilities.field.elaborated"], a => T[a.Elaborated ? "capabilities.elaborated.yes" : "capabilities.elaborated.no"])
            .Column("marking", T["thread.field.marking"], a => T.Of(a.Marking), a => Badge.Of(a.Marking).Html(), a => a.Marking)
            .FilterCycle(T, a => a.Id)
            .Filter<AdviceKind>("kind", T["capabilities.field.kind"], a => a.AdviceKind)
            .Filter("leads", T["capabilities.field.leads"], a => organisations.Words(a.Leads))
            .Filter<Marking>("marking", T["thread.field.marking"], a => a.Marking)
            .Empty(T["capabilities.empty.heading"], T["capabilities.empty.text"], Actor.MayLead(Permission.WriteCapabilities) ? T["capabilities.add"] : null, "/advices/new")
            .Answer(this, await ListAdvices.HandleAsync(Db, new ListAdvices.Filter(), ct), view => Table = view);
}
