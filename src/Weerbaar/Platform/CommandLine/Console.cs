using Microsoft.Data.Sqlite;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.CommandLine;

/// <summary>Lets a verb work on the database as the program itself.</summary>
internal static class Console
{
    public static async Task<int> WithDatabaseAsync(
        ServerSettings settings, Func<WeerbaarDb, IServiceProvider, Task<int>> work, CancellationToken ct)
    {
        DataOptions.PrepareFolder(settings.DataFolder);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        Server.Add(services, settings);
        await using var provider = services.BuildServiceProvider();
        await PrepareAsync(provider, settings, ct);
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        return await work(scope.ServiceProvider.GetRequiredService<WeerbaarDb>(), scope.ServiceProvider);
    }

    /// <summary>Brings the schema up to date, or says why the database can't be used.</summary>
    public static async Task PrepareAsync(IServiceProvider services, ServerSettings settings, CancellationToken ct)
    {
        try
        {
            await services.MigrateAsync(ct);
        }
        catch (Exception refused) when (refused is SqliteException or Npgsql.NpgsqlException or NewerDatabase)
        {
            var where = settings.Database.IsSqlite ? $"in {settings.DataFolder}" : "on PostgreSQL";
            throw new BadUse($"The database {where} can't be used: {refused.Message} Check that it is whole and can be written, or restore a copy.");
        }
    }
}
