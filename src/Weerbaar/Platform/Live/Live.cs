using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Live;

/// <summary>Tells browsers what others change, while it happens, as far as each reader may see it.</summary>
public static class LiveServices
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddSingleton<LivePosition>();
        services.AddSingleton<LiveReaders>();
        services.AddSingleton(s => JournalSignal.Of(s.GetRequiredService<Database>(), s.GetRequiredService<CommitSignal>()));
        services.AddHostedService<LiveFeed>();
        services.Configure<MvcOptions>(options => options.Filters.Add<LiveFrom>());
    }

    public static void MapLive(this WebApplication app) => FollowJournal.Map(app);
}
