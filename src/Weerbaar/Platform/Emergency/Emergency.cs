using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Emergency;

/// <summary>Emergency access: one object, for some hours, seen by who answers for it.</summary>
public static class Emergency
{
    public static void AddEmergency(this IServiceCollection services)
    {
        services.AddSingleton(new NavigationEntry("emergency", "emergency.title", "/emergency", "lock", 85, NavigationGroup.Administration, nameof(Role.Administrator), nameof(Role.Coordinator), nameof(Role.Analyst)));
        services.AddSingleton<FindHomeTasks>(ListEmergencies.ToCheckAsync);
    }

    public static void MapEmergency(this RouteGroupBuilder api)
    {
        ListEmergencies.Map(api);
        OpenInEmergency.Map(api);
        EndEmergency.Map(api);
    }
}
