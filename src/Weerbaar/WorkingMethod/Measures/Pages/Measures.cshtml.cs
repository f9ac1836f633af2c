using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.WorkingMethod.Measures.Pages;

/// <summary>The measures, what is open first and by due date; with an organisation chosen, what that organisation must report on.</summary>
public sealed class MeasuresModel(WeerbaarDb db, Texts texts, OrganisationCatalogue organisations, TimeProvider clock) : StepPage(db, texts)
{
    public TableView Table { get; private set; } = null!;

    /// <summary>The organisations that lead or take part in a measure the reader may see.</summary>
    public IReadOnlyList<Organisation> Taking { get; private set; } = [];

    public Organisation? Chosen { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? organisation, CancellationToken ct)
    {
        var all = await ListMeasures.HandleAsync(Db, new ListMeasures.Filter(), ct);
        var codes = all.SelectMany(m => m.Leads.Concat(m.Partners)).ToHashSet(StringComparer.Ordinal);
        Taking = [.. organisations.All.Where(o => codes.Contains(o.Code))];
        Chosen = Taking.FirstOrDefault(o => o.Code == organisation);
        return await Describe().Answer(this, all.Where(m => Chosen is null || Takes(m, Chosen.Code)).OrderBy(m => !m.IsOpen), view => Table = view);
    }

    private static bool Takes(Measure measure, string code) => measure.Leads.Contains(code) || measure.Partners.Contains(code);

    private DataTable<Measure> Describe()
    {
        var today = clock.Today();
        return new DataTable<Measure>(Request, "measures", T["kind.measure.plural"])
            .Title("title", T["measures.field.title"], m => m.Title.Here, m => $"/measures/{m.Id}")
            .Column("leads", T["measures.field.leads"], m => OrganisationChoices.Words(m.Leads))
            .Column("partners", T["measures.field.partners"], m => OrganisationChoices.Words(m.Partners))
            .Date("due", T["measures.field.due"], m => m.Due)
            .Column("status", T["measures.field.status"], m => m.BadgeOn(today, T).Word, m => m.BadgeOn(today, T).Html(), m => m.Status)
            .Date("last", T["measures.field.last"], m => m.Progress is [var newest, ..] ? newest.Date : null)
            .Column("marking", T["thread.field.marking"], m => T.Of(m.Marking), m => Badge.Of(m.Marking).Html(), m => m.Marking)
            .Filter<MeasureStatus>("status", T["measures.field.status"], m => m.Status)
            .Filter("late", T["measures.filter.time"], m => m.IsLate(today) ? "late" : "on-time", v => T[$"measures.filter.{v}"])
            .Filter("lead", T["measures.field.leads"], m => OrganisationChoices.Words(m.Leads))
            .Empty(T["measures.empty.heading"], T["measures.empty.text"], May(Permission.WriteMeasures) ? T["measures.add"] : null, "/measures/new");
    }
}
