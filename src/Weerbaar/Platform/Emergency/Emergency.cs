using Weerbaar.Platform.Access;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Thread;

namespace Weerbaar.Platform.Emergency;

/// <summary>Emergency access: one object, for some hours, seen by who answers for it.</summary>
public static class Emergency
{
    public static void AddEmergency(this IServiceCollection services)
    {
        var roles = Enum.GetValues<Role>().Where(r => r.Permissions().Contains(Permission.OpenInEmergency) || r.Permissions().Contains(Permission.SetMarking));
        services.AddSingleton(new NavigationEntry("emergency", "emergency.title", "/emergency", "lock", 85, NavigationGroup.Administration, [.. roles.Select(r => r.ToString())]));
        services.AddSingleton<FindHomeTasks>(s => (db, today, ct) => ListEmergencies.ToCheckAsync(db, s.GetRequiredService<ObjectKinds>(), today, ct));
    }

    public static void MapEmergency(this RouteGroupBuilder api)
    {
        ListEmergencies.Map(api);
        OpenInEmergency.Map(api);
        EndEmergency.Map(api);
    }
}
