using System.Text.Json;

namespace Weerbaar.Platform.Observability;

/// <summary>What an operator sees of the program from outside: metrics, traces and a log, none of which hold content of objects.</summary>
public static class ObservabilityServices
{
    public static void AddObservability(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<Measured>();
        services.AddSingleton<PrometheusText>();
        if (OpenTelemetryExport.IsAsked)
        {
            services.AddHostedService<OpenTelemetryExport>();
        }
    }

    /// <summary>The log as lines for people, or as JSON for a machine where <c>Weerbaar:Log</c> is <c>json</c>.</summary>
    public static void AddLog(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Weerbaar:Log"] == "json")
        {
            builder.Logging.ClearProviders();
            builder.Logging.AddJsonConsole(options =>
            {
                (options.IncludeScopes, options.UseUtcTimestamp, options.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
                options.JsonWriterOptions = new JsonWriterOptions { Indented = false };
            });
        }
    }

    /// <summary>
    /// <c>/metrics</c>, on an address of its own and nowhere else, and on that address nothing but it: it needs no sign-in, so
    /// it must be closed by where it listens.
    /// </summary>
    public static void UseMetrics(this WebApplication app, string? url)
    {
        if (url is null)
        {
            return;
        }

        var port = new Uri(url.Replace("//*", "//localhost", StringComparison.Ordinal)).Port;
        var metrics = app.Services.GetRequiredService<PrometheusText>();
        app.Use((http, next) => http.Connection.LocalPort != port ? next(http) : AnswerAsync(http, metrics));
    }

    private static Task AnswerAsync(HttpContext http, PrometheusText metrics)
    {
        if (http.Request.Path != "/metrics")
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        return http.Response.WriteAsync(metrics.Write());
    }
}
