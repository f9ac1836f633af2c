using Microsoft.Extensions.DependencyInjection;
using Weerbaar.Platform;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Tests.Backup;

/// <summary>A database with its tables and nothing in them, not served: a site that starts makes its first key.</summary>
internal sealed class EmptyPlace : IPlace, IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private EmptyPlace(TestDatabase database, ServiceProvider services) => (this.database, this.services) = (database, services);

    public string DataFolder => database.Folder;

    public static async Task<EmptyPlace> CreateAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.CreateMigratedAsync(kind);
        var services = new ServiceCollection();
        Server.Add(services, new ServerSettings { Database = database.Database, DataFolder = database.Folder });
        return new EmptyPlace(database, services.BuildServiceProvider());
    }

    public async Task<T> AsConsoleAsync<T>(Func<WeerbaarDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.Console;
        return await work(scope.ServiceProvider.GetRequiredService<WeerbaarDb>(), scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
