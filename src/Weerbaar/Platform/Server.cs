using System.Security.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Backup;
using Weerbaar.Platform.Emergency;
using Weerbaar.Platform.Examples;
using Weerbaar.Platform.Health;
using Weerbaar.Platform.Jobs;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Limits;
using Weerbaar.Platform.Live;
using Weerbaar.Platform.Observability;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Printing;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;
using Weerbaar.WorkingMethod;

namespace Weerbaar.Platform;

/// <summary>Puts the program together: what every step stands on, then the steps.</summary>
public static class Server
{
    /// <summary>How long requests may take to end once the program is asked to stop.</summary>
    private static readonly TimeSpan shutdown = TimeSpan.FromSeconds(3);

    public static WebApplication Build(ServerSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(Server).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = settings.Development ? Environments.Development : Environments.Production,
        });
        builder.WebHost.UseUrls(settings.MetricsUrl is { } metrics ? [settings.Url, metrics] : [settings.Url]);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, settings));
        builder.AddLog();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = shutdown);
        Add(builder.Services, settings);
        var app = builder.Build();
        Use(app, settings);
        return app;
    }

    private static void Configure(KestrelServerOptions kestrel, ServerSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = InputLimits.LargestBody;
        kestrel.Limits.MaxRequestLineSize = InputLimits.LongestAddress;
        kestrel.ConfigureHttpsDefaults(https =>
        {
            https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
            (https.ServerCertificate, https.ServerCertificateChain) = (settings.Certificate?.Leaf, settings.Certificate?.Intermediates);
        });
    }

    /// <summary>The services alone, for verbs that need the database and no server.</summary>
    public static void Add(IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton(settings);
        services.AddHsts(hsts => hsts.MaxAge = PublicAddress.StayWithTls);
        services.AddSingleton(settings.Ceiling);
        services.AddStorage(settings.Database, settings.Clock);
        services.AddAccess();
        services.AddLimits();
        services.AddSite();
        services.Configure<MvcOptions>(options => options.Filters.Add<PageProblems>());
        services.AddThread();
        services.AddLeaving();
        services.AddEmergency();
        services.AddOrganisations();
        services.AddPrinting();
        services.AddExamples();
        services.AddHealth();
        services.AddObservability();
        services.AddLive();
        services.AddJobs(settings);
        services.AddScheduledBackup();
        services.AddApi();
        services.AddWorkingMethod();
    }

    private static void Use(WebApplication app, ServerSettings settings)
    {
        app.UseMetrics(settings.MetricsUrl);
        app.UsePublicAddress(settings);
        app.UseRequestTrail();
        app.UseApi();
        app.UseSite();
        app.UseTraces();
        app.UseGate();
        app.UsePast();
        app.UseKnownCycle();
        var api = app.MapApi();
        api.MapAccess();
        api.MapThread();
        api.MapEmergency();
        api.MapOrganisations();
        ListJournal.Map(api);
        StreamJournal.Map(api);
        api.MapJobs();
        api.MapWorkingMethod();
        BackChannelLogout.Map(app);
        app.MapHealth();
        app.MapLive();
        app.MapSite();
    }
}
