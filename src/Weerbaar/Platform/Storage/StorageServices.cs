using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
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
        services.AddSingleton<Pasts>();
        services.AddSingleton<PastLinks>();
        services.AddSingleton<RequestEntries>();
        services.AddSingleton<AnonymousRefusals>();
        services.AddSingleton<CommitSignal>();
        services.AddDbContext<WeerbaarDb>((given, options) =>
        {
            if (given.GetRequiredService<CurrentActor>().Past is { } past)
            {
                past.Database.Configure(options);
                return;
            }

            database.Configure(options);
            options.AddInterceptors(given.GetRequiredService<CommitSignal>());
        });
    }

    public static async Task MigrateAsync(this IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await Migrations.RunAsync(scope.ServiceProvider.GetRequiredService<WeerbaarDb>(), ct);
    }
}
