using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Tables;
using Weerbaar.Platform.Thread;

namespace Weerbaar.WorkingMethod.Scenarios;

/// <summary>Scenarios, described uniformly and kept in versions.</summary>
public static class Scenarios
{
    public static void AddScenarios(this IServiceCollection services)
    {
        services.AddSingleton(new NavigationEntry("scenarios", "scenarios.title", "/scenarios", "scenarios", 30, NavigationGroup.WorkingMethod));
        services.AddSingleton<ObjectKind>(new ObjectKind<Scenario>("scenario", "scenarios", Layer: 2)
        {
            ChangedBy = [Permission.WriteScenarios],
            Tabs = [("scenarios.tab.versions", "/versions")],
        });
        services.AddSingleton(s => new LoadScenarios(s.GetRequiredService<TimeProvider>()).Part);
        services.AddSingleton<ExportedTable>(new ExportedTable<Scenario>("scenarios",
        [
            ("id", s => s.Id),
            ("number", s => s.Number),
            ("nature", s => s.Nature),
            ("title_nl", s => s.Title.Nl),
            ("title_en", s => s.Title.En),
            ("context_nl", s => s.Context.Nl),
            ("context_en", s => s.Context.En),
            ("trigger_nl", s => s.Trigger.Nl),
            ("trigger_en", s => s.Trigger.En),
            ("course_nl", s => s.Course.Nl),
            ("course_en", s => s.Course.En),
            ("consequences", s => s.Consequences),
            ("assumptions", s => s.Assumptions),
            ("planning_assumptions", s => s.PlanningAssumptions),
            ("sources", s => s.Sources),
            ("rests_on", s => s.RestsOn),
            ("marking", s => s.Marking),
            ("invented", s => s.Invented),
        ]));
        services.AddSingleton<ExportedTable>(new ExportedTable<ScenarioVersion>("scenario_versions",
        [
            ("id", v => v.Id),
            ("scenario", v => v.ScenarioId),
            ("number", v => v.Number),
            ("at", v => v.At),
            ("author", v => v.Author),
            ("reason", v => v.Reason.Nl),
            ("description", v => v.Description),
        ]));
    }

    public static void MapScenarios(this RouteGroupBuilder api)
    {
        ListScenarios.Map(api);
        GetScenario.Map(api);
        AddScenario.Map(api);
        ReviseScenario.Map(api);
        LinkScenario.Map(api);
        ListScenarioVersions.Map(api);
        CompareScenarioVersions.Map(api);
    }
}
