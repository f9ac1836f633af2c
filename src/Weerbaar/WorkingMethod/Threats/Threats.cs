using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Tables;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Threats;

/// <summary>The register of threats and themes.</summary>
public static class Threats
{
    public static void AddThreats(this IServiceCollection services)
    {
        services.AddSingleton(new NavigationEntry("threats", "kind.threat.plural", "/threats", "threats", 20, NavigationGroup.WorkingMethod));
        services.AddSingleton<ObjectKind>(new ObjectKind<Threat>("threat", "threats", Layer: 1) { ChangedBy = [Permission.WriteThreats] });
        services.AddSingleton(LoadThreats.Part);
        services.AddSingleton<ExportedTable>(new ExportedTable<Threat>("threats",
        [
            ("id", t => t.Id),
            ("kind", t => t.ThreatKind),
            ("title_nl", t => t.Title.Nl),
            ("title_en", t => t.Title.En),
            ("summary_nl", t => t.Summary.Nl),
            ("summary_en", t => t.Summary.En),
            ("incident_categories", t => t.IncidentCategories),
            ("log", t => t.Log),
            ("rests_on", t => t.RestsOn),
            ("marking", t => t.Marking),
            ("invented", t => t.Invented),
        ]));
    }

    public static void MapThreats(this RouteGroupBuilder api)
    {
        ListThreats.Map(api);
        GetThreat.Map(api);
        AddThreat.Map(api);
        EditThreat.Map(api);
        LogDevelopment.Map(api);
    }
}
