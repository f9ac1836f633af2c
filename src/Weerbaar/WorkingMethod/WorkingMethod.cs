using Weerbaar.WorkingMethod.Assessment;
using Weerbaar.WorkingMethod.Capabilities;
using Weerbaar.WorkingMethod.Cycle;
using Weerbaar.WorkingMethod.Decisions;
using Weerbaar.WorkingMethod.Editions;
using Weerbaar.WorkingMethod.Measures;
using Weerbaar.WorkingMethod.Reports;
using Weerbaar.WorkingMethod.Scenarios;
using Weerbaar.WorkingMethod.Threats;

namespace Weerbaar.WorkingMethod;

/// <summary>The order of the working method: the only place it is written.</summary>
public static class WorkingMethod
{
    public static void AddWorkingMethod(this IServiceCollection services)
    {
        services.AddEditions();
        services.AddThreats();
        services.AddScenarios();
        services.AddAssessment();
        services.AddCapabilities();
        services.AddDecisions();
        services.AddMeasures();
        services.AddCycle();
        services.AddReports();
    }

    public static void MapWorkingMethod(this RouteGroupBuilder api)
    {
        api.MapThreats();
        api.MapScenarios();
        api.MapAssessment();
        api.MapCapabilities();
        api.MapDecisions();
        api.MapMeasures();
        api.MapCycle();
        api.MapReports();
    }
}
