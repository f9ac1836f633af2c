namespace Weerbaar.Platform.Organisations;

/// <summary>The organisations of the country that leads and partners are chosen from.</summary>
public static class Organisations
{
    public static void AddOrganisations(this IServiceCollection services) => services.AddSingleton<OrganisationCatalogue>();

    public static void MapOrganisations(this RouteGroupBuilder api) => ListOrganisations.Map(api);
}
