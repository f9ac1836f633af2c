using System.CommandLine;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.CommandLine;

/// <summary><c>weerbaar serve</c>: runs the site and the API.</summary>
internal static class ServeVerb
{
    public static Command Verb()
    {
        var url = new Option<string>("--url") { Description = "Where to listen", DefaultValueFactory = _ => "http://localhost:5080" };
        var demo = new Option<bool>("--demo") { Description = "Load the example cycles into a new database" };
        var metrics = new Option<string?>("--metrics-url") { Description = "Where /metrics is given for Prometheus, apart from the site and without sign-in, such as http://127.0.0.1:9464" };
        var development = new Option<bool>("--development") { Description = "Show what helps who works on the program" };
        var verb = new Command("serve", "Run the site and the API.\nExample: weerbaar serve --data ~/weerbaar --demo")
        {
            url, ServeOptions.PublicUrl, ServeOptions.Certificate, ServeOptions.CertificateKey, ServeOptions.TrustedProxy, metrics, demo, development, DataOptions.OpenId, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) => RunAsync(
            DataOptions.Settings(parsed).WithOpenId(parsed) with
            {
                Url = ListenAddress.Read(parsed.GetValue(url)!),
                Certificate = ReadCertificate.From(parsed.GetValue(ServeOptions.Certificate), parsed.GetValue(ServeOptions.CertificateKey), TimeProvider.System.GetUtcNow()),
                PublicUrl = ListenAddress.ReadPublic(parsed.GetValue(ServeOptions.PublicUrl)),
                TrustedProxies = TrustedProxy.Read(parsed.GetValue(ServeOptions.TrustedProxy)!),
                MetricsUrl = parsed.GetValue(metrics) is { } address ? ListenAddress.Read(address) : null,
                DoesJobs = true,
                Development = parsed.GetValue(development),
            },
            parsed.GetValue(demo), ct));
        return verb;
    }

    /// <summary>Being stopped is how a server ends: that is no failure, also not when it had hardly begun.</summary>
    private static async Task<int> RunAsync(ServerSettings settings, bool demo, CancellationToken ct)
    {
        try
        {
            RequireFree(settings);
            return await DataFolder.PreparedAsync(settings.DataFolder, () => ServeAsync(settings, demo, ct));
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            return 0;
        }
    }

    private static void RequireFree(ServerSettings settings)
    {
        foreach (var url in new[] { settings.Url, settings.MetricsUrl }.OfType<string>())
        {
            ListenAddress.RequireFree(url, settings.Certificate is not null);
        }
    }

    private static async Task<int> ServeAsync(ServerSettings settings, bool demo, CancellationToken ct)
    {
        FoundDatabase.RequirePlace(settings.Database, mayBeNew: true);
        await using var app = Server.Build(settings);
        var link = await OpenDatabase.UseAsync(app.Services, settings, mayBeNew: true, () => FillAsync(app.Services, settings, demo, ct), ct);
        await ListenAsync(app, settings.Url, ct);
        var listens = app.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal);
        var address = settings.PublicUrl?.GetLeftPart(UriPartial.Authority) ?? listens;
        await Console.Out.WriteLineAsync($"Weerbaar listens on {listens}\n" + (link is null
            ? $"Sign in at: {address}/sign-in"
            : $"Sign in once with: {address}/sign-in/{link}"));
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    /// <summary>
    /// The first key, the example cycles when asked for, and a link for the administrator: one process at a time, so that
    /// those that start together find what the first of them made.
    /// </summary>
    private static async Task<string?> FillAsync(IServiceProvider services, ServerSettings settings, bool demo, CancellationToken ct)
    {
        await ProtectionKeys.MakeFirstAsync(services, ct);
        return await Migrations.OneAtATimeAsync(services, async _ =>
        {
            await (demo ? Examples.Examples.LoadShippedAsync(services, settings.ProgramFolder, ct) : Task.CompletedTask);
            return await LinkAsync(services, ct);
        }, ct);
    }

    /// <summary>A way in as long as no administrator can come back without: what is printed ends up in logs.</summary>
    private static async Task<string?> LinkAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        await KnownKeys.IntroduceAsync(scope.ServiceProvider.GetRequiredService<WeerbaarDb>(), services.GetRequiredService<CheckpointKey>(), ct);
        var invite = scope.ServiceProvider.GetRequiredService<Invite>();
        return await invite.AdministratorCanComeBackAsync(ct) ? null : await invite.ForAddressAsync(null, ct);
    }

    private static async Task ListenAsync(WebApplication app, string url, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (Exception refused) when (ListenAddress.Trouble(url, refused) is { } trouble)
        {
            throw new BadUse(trouble, refused);
        }
    }
}
