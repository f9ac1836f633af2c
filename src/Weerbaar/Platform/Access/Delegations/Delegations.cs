namespace Weerbaar.Platform.Access.Delegations;

/// <summary>Lending a role of one's own to another for some days.</summary>
public static class Delegations
{
    public static void AddDelegations(this IServiceCollection services) =>
        services.AddScoped<DelegateRole>().AddSingleton(_ => DelegationOptions.FromEnvironment());

    public static void MapDelegations(this RouteGroupBuilder api)
    {
        ListDelegations.Map(api);
        DelegateRole.Map(api);
        EndDelegation.Map(api);
    }
}
