using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Tables;
using Weerbaar.Platform.Thread;
using Weerbaar.WorkingMethod.Measures.Pages;

namespace Weerbaar.WorkingMethod.Measures;

/// <summary>What is done, by whom, and how far it is.</summary>
public static class Measures
{
    public static void AddMeasures(this IServiceCollection services)
    {
        services.AddSingleton(new NavigationEntry("measures", "kind.measure.plural", "/measures", "measures", 70, NavigationGroup.WorkingMethod));
        services.AddSingleton<ObjectKind>(new ObjectKind<Measure>("measure", "measures", Layer: 6)
        {
            ChangedBy = [Permission.WriteMeasures, Permission.ReportProgress],
            States = ObjectKind.Each<Measure>(MeasureBadges.BadgeOn),
        });
        services.AddSingleton<FindHomeTasks>(DueMeasures.FindAsync);
        services.AddSingleton(s => new LoadMeasures(s.GetRequiredService<OrganisationCatalogue>()).Part);
        services.AddSingleton<ExportedTable>(new ExportedTable<Measure>("measures",
        [
            ("id", m => m.Id),
            ("title_nl", m => m.Title.Nl),
            ("title_en", m => m.Title.En),
            ("summary_nl", m => m.Summary.Nl),
            ("summary_en", m => m.Summary.En),
            ("leads", m => m.Leads),
            ("partners", m => m.Partners),
            ("due", m => m.Due),
            ("due_note_nl", m => m.DueNote.Nl),
            ("due_note_en", m => m.DueNote.En),
            ("status", m => m.Status),
            ("progress", m => m.Progress),
            ("rests_on", m => m.RestsOn),
            ("marking", m => m.Marking),
            ("invented", m => m.Invented),
        ]));
    }

    public static void MapMeasures(this RouteGroupBuilder api)
    {
        ListMeasures.Map(api);
        GetMeasure.Map(api);
        AddMeasure.Map(api);
        EditMeasure.Map(api);
        ReportProgress.Map(api);
    }
}
