using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

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
        var isLoopback = PublicAddress.IsLoopback(url);
        app.Use((http, next) => http.Connection.LocalPort != port ? next(http)
            : isLoopback ? PublicAddress.RefuseOtherNames(http, _ => AnswerAsync(http, metrics))
            : AnswerAsync(http, metrics));
    }

    /// <summary>
    /// Gives the trace of a request its method, route and outcome: the framework gives it none of them. Comes after the route
    /// is known; an error page that is shown in the place of another keeps the route of that.
    /// </summary>
    public static void UseTraces(this WebApplication app)
    {
        if (OpenTelemetryExport.IsAsked)
        {
            app.Use(TraceAsync);
        }
    }

    private static async Task TraceAsync(HttpContext http, RequestDelegate next)
    {
        var trace = http.Features.Get<IHttpActivityFeature>()?.Activity;
        trace?.SetTag("http.request.method", http.Request.Method).SetTag("http.route", trace.GetTagItem("http.route") ?? (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        await next(http);
        trace?.SetTag("http.response.status_code", http.Response.StatusCode);
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
