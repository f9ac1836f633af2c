using System.CommandLine;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;

namespace Weerbaar.Platform.CommandLine;

/// <summary><c>weerbaar serve</c>: runs the site and the API.</summary>
internal static class Serve
{
    public static Command Verb()
    {
        var url = new Option<string>("--url") { Description = "Where to listen", DefaultValueFactory = _ => "http://localhost:5080" };
        var demo = new Option<bool>("--demo") { Description = "Load the example cycles into a new database" };
        var development = new Option<bool>("--development") { Description = "Show what helps who works on the program" };
        var verb = new Command("serve", "Run the site and the API.\nExample: weerbaar serve --data ~/weerbaar --demo")
        {
            url, demo, development, DataOptions.Data, DataOptions.Database,
        };
        verb.SetAction((parsed, ct) => RunAsync(
            DataOptions.Settings(parsed) with { Url = parsed.GetValue(url)!, Development = parsed.GetValue(development) },
            parsed.GetValue(demo), ct));
        return verb;
    }

    private static async Task<int> RunAsync(ServerSettings settings, bool demo, CancellationToken ct)
    {
        DataOptions.PrepareFolder(settings.DataFolder);
        await using var app = Server.Build(settings);
        await Console.PrepareAsync(app.Services, settings, ct);
        if (demo)
        {
            await Examples.Examples.LoadShippedAsync(app.Services, settings.ProgramFolder, ct);
        }

        var token = await InviteAsync(app.Services, ct);
        await ListenAsync(app, settings.Url, ct);
        System.Console.WriteLine($"Weerbaar listens on {settings.Url}");
        System.Console.WriteLine($"Sign in once with: {settings.Url}/sign-in/{token}");
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static async Task<string> InviteAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        return await scope.ServiceProvider.GetRequiredService<Invite>().ForAdministratorAsync(ct);
    }

    private static async Task ListenAsync(WebApplication app, string url, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException taken)
        {
            throw new BadUse($"Can't listen on {url}: {taken.Message} Choose another address with --url.");
        }
    }
}
