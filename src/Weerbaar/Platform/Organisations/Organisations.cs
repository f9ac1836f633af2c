namespace Weerbaar.Platform.Organisations;

/// <summary>The organisations of the country that leads and partners are chosen from.</summary>
public static class Organisations
{
    public static void AddOrganisations(this IServiceCollection services)
    {
        services.AddSingleton(s => OrganisationCatalogue.With(s.GetRequiredService<ServerSettings>().DataFolder));
        services.AddSingleton<Health.Examine>(ExamineOrganisations.Now);
    }

    /// <exception cref="Yaml.BadInputException">The organisations of the deployment can't be read: that stops the start, and no request later.</exception>
    public static void MapOrganisations(this RouteGroupBuilder api)
    {
        _ = ((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<OrganisationCatalogue>();
        ListOrganisations.Map(api);
    }
}
