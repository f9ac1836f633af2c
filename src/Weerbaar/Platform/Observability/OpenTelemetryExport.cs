using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Weerbaar.Platform.Observability;

/// <summary>
/// Sends traces and metrics by OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says whither; the other variables of
/// OpenTelemetry work as everywhere. Nothing is sent of addresses, queries and words: they may hold what is marked.
/// </summary>
internal sealed class OpenTelemetryExport : IHostedService, IDisposable
{
    private TracerProvider? traces;
    private MeterProvider? metrics;

    public static bool IsAsked => Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("weerbaar", serviceVersion: ProgramVersion.Text);
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "Npgsql", "Quartz").AddProcessor(new WithoutContent()).AddOtlpExporter().Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(Measured.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql").AddOtlpExporter().Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }
}

/// <summary>Leaves of what is traced only what says nothing about content: the route instead of the address, no query text, no messages of errors.</summary>
internal sealed class WithoutContent : BaseProcessor<Activity>
{
    private static readonly HashSet<string> kept =
    [
        "http.route", "http.request.method", "http.response.status_code", "network.protocol.version", "server.port", "error.type",
        "db.system", "db.system.name", "db.namespace", "db.name",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            data.SetTag(name, kept.Contains(name) ? data.GetTagItem(name) : null);
        }

        data.DisplayName = data.GetTagItem("http.route") is string route ? $"{data.GetTagItem("http.request.method")} {route}" : data.OperationName;
        data.SetStatus(data.Status);
    }
}
