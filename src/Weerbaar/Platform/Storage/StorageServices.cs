using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Journal;

namespace Weerbaar.Platform.Storage;

public static class StorageServices
{
    public static void AddStorage(this IServiceCollection services, Database database, TimeProvider clock)
    {
        services.AddSingleton(clock);
        services.AddSingleton(database);
        services.AddSingleton<Ids>();
        services.AddSingleton(new WriteLock(database.IsSqlite));
        services.AddSingleton<CheckpointKey>();
        services.AddDbContext<WeerbaarDb>(database.Configure);
    }

    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await Migrations.RunAsync(scope.ServiceProvider.GetRequiredService<WeerbaarDb>(), ct);
    }
}
