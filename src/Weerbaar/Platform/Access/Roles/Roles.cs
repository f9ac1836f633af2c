namespace Weerbaar.Platform.Access.Roles;

/// <summary>Which role somebody has, where it holds, and until when.</summary>
public static class Roles
{
    public static void AddRoles(this IServiceCollection services) => services.AddScoped<GiveRole>();

    public static void MapRoles(this RouteGroupBuilder api)
    {
        ListRoles.Map(api);
        GiveRole.Map(api);
        EndRole.Map(api);
    }
}
