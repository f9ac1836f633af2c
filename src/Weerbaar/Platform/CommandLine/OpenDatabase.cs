using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.CommandLine;

/// <summary>Lets a verb work on the database as the program itself.</summary>
internal static class OpenDatabase
{
    /// <summary>On a database that must be there and up to date: reading makes none, and changes none that an older program may be serving.</summary>
    public static Task<int> ExistingAsync(ServerSettings settings, Func<WeerbaarDb, IServiceProvider, Task<int>> work, CancellationToken ct) =>
        WithAsync(settings, mayBeNew: false, work, ct);

    /// <summary>On a database that is made when there is none, and brought up to date.</summary>
    public static Task<int> OrNewAsync(ServerSettings settings, Func<WeerbaarDb, IServiceProvider, Task<int>> work, CancellationToken ct) =>
        DataFolder.PreparedAsync(settings.DataFolder, () => WithAsync(settings, mayBeNew: true, work, ct));

    /// <summary>
    /// Looks at what is there, brings it up to date where one may be made, and does what comes first; says in words why the
    /// database can't be used. A database made for work that is refused is left empty.
    /// </summary>
    /// <exception cref="BadUse">The database can't be used.</exception>
    public static async Task<T> UseAsync<T>(IServiceProvider services, ServerSettings settings, bool mayBeNew, Func<Task<T>> work, CancellationToken ct)
    {
        var isNew = false;
        try
        {
            if (mayBeNew)
            {
                NewDatabase.MakeFile(settings.Database);
            }

            isNew = !await IsThereAsync(services, settings.Database, mayBeNew, ct);
            await (mayBeNew ? services.MigrateAsync(ct) : Task.CompletedTask);
            return await work();
        }
        catch (Exception refused)
        {
            await (isNew ? NewDatabase.EmptyAsync(services) : Task.CompletedTask);
            if (refused is not (OperationCanceledException or BadUse) && DatabaseTrouble.Of(refused) is { } trouble)
            {
                throw new BadUse($"{DatabaseTrouble.Name(settings.Database)} {trouble}", refused);
            }

            throw;
        }
    }

    /// <summary>Whether there is a database of ours to use; where none may be made, it must also be up to date.</summary>
    private static async Task<bool> IsThereAsync(IServiceProvider services, Database database, bool mayBeNew, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WeerbaarDb>();
        var isThere = await FoundDatabase.CheckAsync(db, database, mayBeNew, ct);
        await (mayBeNew ? Task.CompletedTask : FoundDatabase.RequireNewestAsync(db, database, ct));
        return isThere;
    }

    /// <summary>What verbs work with, without a server.</summary>
    public static ServiceProvider Services(ServerSettings settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        Server.Add(services, settings);
        return services.BuildServiceProvider();
    }

    private static async Task<int> WithAsync(
        ServerSettings settings, bool mayBeNew, Func<WeerbaarDb, IServiceProvider, Task<int>> work, CancellationToken ct)
    {
        FoundDatabase.RequirePlace(settings.Database, mayBeNew);
        await using var provider = Services(settings);
        return await UseAsync(provider, settings, mayBeNew, () => AsProgramAsync(provider, work), ct);
    }

    private static async Task<int> AsProgramAsync(IServiceProvider services, Func<WeerbaarDb, IServiceProvider, Task<int>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        return await work(scope.ServiceProvider.GetRequiredService<WeerbaarDb>(), scope.ServiceProvider);
    }
}
