using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Measures.Pages;

/// <summary>The measures, what is open first and by due date, what is more than a year late after that.</summary>
public sealed class MeasuresModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await Describe().Answer(this, (await ListMeasures.HandleAsync(Db, new ListMeasures.Filter(), ct)).OrderBy(m => !m.IsOpen ? 2 : m.Due < Day.AddYears(-1) ? 1 : 0), view => Table = view);

    private DataTable<Measure> Describe()
    {
        var today = Day;
        return new DataTable<Measure>(Request, "measures", T["kind.measure.plural"])
            .Title("title", T["measures.field.title"], m => m.Title.Here, m => $"/measures/{m.Id}")
            .Column("leads", T["measures.field.leads"], m => organisations.Words(m.Leads))
            .Column("partners", T["measures.field.partners"], m => organisations.Words(m.Partners))
            .Date("due", T["measures.field.due"], m => m.Due)
            .Column("status", T["measures.field.status"], m => m.BadgeOn(today, T).Word, m => m.BadgeOn(today, T).Html(), m => m.Status)
            .Date("last", T["measures.field.last"], m => m.Progress is [var newest, ..] ? newest.Date : null)
            .Column("marking", T["thread.field.marking"], m => T.Of(m.Marking), m => Badge.Of(m.Marking).Html(), m => m.Marking)
            .FilterCycle(T, m => m.Id)
            .Filter<MeasureStatus>("status", T["measures.field.status"], m => m.Status)
            .Filter("late", T["measures.filter.time"], m => m.IsLate(today) ? "late" : "on-time", v => T[$"measures.filter.{v}"])
            .FilterAny("organisation", T["measures.inbox"], m => m.Leads.Concat(m.Partners), code => organisations.NameOf(code).Here)
            .Empty(T["measures.empty.heading"], T["measures.empty.text"], Actor.MayLead(Permission.WriteMeasures) ? T["measures.add"] : null, "/measures/new");
    }
}
