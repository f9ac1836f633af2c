using Weerbaar.Platform.Site;
using Weerbaar.WorkingMethod.Reports.Exports;
using Weerbaar.WorkingMethod.Reports.Findings;

namespace Weerbaar.WorkingMethod.Reports;

/// <summary>What leaves the program: reports made from all steps, and every table.</summary>
public static class Reports
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton(new NavigationEntry("reports", "reports.title", "/reports", "reports", 80, NavigationGroup.WorkingMethod));
        services.AddSingleton<ReportFiles>();
        services.AddScoped<ReadAs>();
        services.AddScoped<MakeFindings>();
    }

    public static void MapReports(this RouteGroupBuilder api)
    {
        GetFindings.Map(api);
        ListTables.Map(api);
        GetTable.Map(api);
    }
}
