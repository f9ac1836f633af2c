using Microsoft.AspNetCore.Authentication;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Access.ApiClients;

/// <summary>Programs that use the API with a key of their own.</summary>
public static class ApiClientServices
{
    public static void AddApiClients(this IServiceCollection services)
    {
        services.AddScoped<AddApiClient>();
        services.AddSingleton(new NavigationEntry("api-clients", "access.api-clients.title", "/api-clients", "link", 82, NavigationGroup.Administration, nameof(Role.Administrator)));
    }

    /// <summary>The key beside the cookie.</summary>
    public static AuthenticationBuilder AddApiKeys(this AuthenticationBuilder authentication) => authentication
        .AddScheme<AuthenticationSchemeOptions, ApiKeyScheme>(ApiKeyScheme.Name, null)
        .AddPolicyScheme(ApiKeyScheme.Either, null, options => options.ForwardDefaultSelector = ApiKeyScheme.Choose);

    public static void MapApiClients(this RouteGroupBuilder api)
    {
        ListApiClients.Map(api);
        AddApiClient.Map(api);
        RevokeApiClient.Map(api);
    }
}
