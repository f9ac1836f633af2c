namespace Weerbaar.WorkingMethod.Assessment.Uncertainty;

/// <summary>How sure the outcome of a round is, and what would overturn it.</summary>
public static class Uncertainty
{
    internal static void AddUncertainty(this IServiceCollection services) => services.AddSingleton<UncertaintyRuns>().AddScoped<RunFiles>();

    internal static void MapUncertainty(this RouteGroupBuilder api)
    {
        GetUncertainty.Map(api);
        GetOverturn.Map(api);
        ExportUncertainty.Map(api);
    }
}
