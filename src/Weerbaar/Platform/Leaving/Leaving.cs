using Microsoft.AspNetCore.Mvc;

namespace Weerbaar.Platform.Leaving;

/// <summary>What leaves the program, and to whom.</summary>
public static class Leaving
{
    public static void AddLeaving(this IServiceCollection services)
    {
        services.AddScoped<DepartureDesk>();
        services.Configure<MvcOptions>(options => options.Filters.Add<LeavingFilter>());
    }
}
