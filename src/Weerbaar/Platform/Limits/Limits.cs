namespace Weerbaar.Platform.Limits;

public static class LimitServices
{
    public static void AddLimits(this IServiceCollection services) => services.AddSingleton<RequestGates>();

    /// <summary>Before who it is has been looked up: what comes too often from one address costs nothing.</summary>
    public static void UseAddressLimit(this WebApplication app) => Use(app, gates => gates.PassAddressAsync);

    /// <summary>After that, and before anything is done.</summary>
    public static void UsePersonLimit(this WebApplication app) => Use(app, gates => gates.PassPersonAsync);

    /// <summary>A site put together without limits has none.</summary>
    private static void Use(WebApplication app, Func<RequestGates, Func<HttpContext, RequestDelegate, Task>> pass)
    {
        if (app.Services.GetService<RequestGates>() is { } gates)
        {
            app.Use(pass(gates));
        }
    }
}
