namespace Weerbaar.Platform.Limits;

public static class LimitServices
{
    public static void AddLimits(this IServiceCollection services) => services.AddSingleton<RequestGates>();

    /// <summary>Before who it is has been looked up: what comes too often from one address costs nothing.</summary>
    public static void UseAddressLimit(this WebApplication app) => app.Use(app.Services.GetRequiredService<RequestGates>().PassAddressAsync);

    /// <summary>After that, and before anything is done.</summary>
    public static void UsePersonLimit(this WebApplication app) => app.Use(app.Services.GetRequiredService<RequestGates>().PassPersonAsync);
}
