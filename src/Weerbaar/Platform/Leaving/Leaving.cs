using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access;

namespace Weerbaar.Platform.Leaving;

/// <summary>What leaves the program, and to whom.</summary>
public static class Leaving
{
    public static void AddLeaving(this IServiceCollection services)
    {
        services.AddScoped<DepartureDesk>();
        services.Configure<MvcOptions>(options => options.Filters.Add<LeavingFilter>());
    }

    /// <summary>Keeps for every request what it reads.</summary>
    public static void UseLeaving(this WebApplication app) => app.Use((http, next) =>
    {
        http.RequestServices.GetRequiredService<CurrentActor>().Seen = new SeenObjects();
        return next(http);
    });
}
