using Weerbaar.Platform.Access;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Tables;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Capabilities;

/// <summary>Capability-based planning: advices on what must be possible.</summary>
public static class Capabilities
{
    public static void AddCapabilities(this IServiceCollection services)
    {
        services.AddSingleton(new NavigationEntry("capabilities", "kind.advice.plural", "/advices", "capabilities", 60, NavigationGroup.WorkingMethod));
        services.AddSingleton<ObjectKind>(new ObjectKind<CapabilityAdvice>("advice", "advices", Layer: 4) { ChangedBy = [Permission.WriteCapabilities] });
        services.AddSingleton(s => new LoadAdvices(s.GetRequiredService<OrganisationCatalogue>()).Part);
        services.AddSingleton<ExportedTable>(new ExportedTable<CapabilityAdvice>("advices",
        [
            ("id", a => a.Id),
            ("kind", a => a.AdviceKind),
            ("title_nl", a => a.Title.Nl),
            ("title_en", a => a.Title.En),
            ("summary_nl", a => a.Summary.Nl),
            ("summary_en", a => a.Summary.En),
            ("phases", a => a.Phases),
            ("leads", a => a.Leads),
            ("elaborated", a => a.Elaborated),
            ("rests_on", a => a.RestsOn),
            ("marking", a => a.Marking),
            ("invented", a => a.Invented),
        ]));
    }

    public static void MapCapabilities(this RouteGroupBuilder api)
    {
        ListAdvices.Map(api);
        GetAdvice.Map(api);
        AddAdvice.Map(api);
        EditAdvice.Map(api);
    }
}
