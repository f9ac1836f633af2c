using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.Delegations;
using Weerbaar.Platform.Access.Explanation;
using Weerbaar.Platform.Access.ApiClients;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Access;

/// <summary>Who is there, and what they may do. What is not allowed is refused: every route needs a signed-in person.</summary>
public static class Access
{
    /// <summary>The name of the cookie of who signed in.</summary>
    public const string Cookie = "weerbaar";

    private static readonly TimeSpan standing = TimeSpan.FromHours(12);

    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<CurrentActor>();
        services.AddSingleton(new NavigationEntry("people", "access.people.title", "/people", "people", 80, NavigationGroup.Administration, nameof(Role.Administrator)));
        services.AddSingleton(new NavigationEntry("journal", "journal.title", "/journal", "journal", 90, NavigationGroup.Administration, nameof(Role.Administrator), nameof(Role.Coordinator)));
        services.AddAccounts();
        services.AddScoped<KnownPeople>().AddScoped<AddPerson>().AddScoped<EditPerson>();
        services.AddRoles();
        services.AddDelegations();
        services.AddExplanation();
        services.AddOpenId();
        services.AddApiClients();
        services.AddDataProtection().SetApplicationName("weerbaar");
        services.AddOptions<KeyManagementOptions>().Configure<IServiceScopeFactory>((options, scopes) => options.XmlRepository = new ProtectionKeys(scopes));
        services.AddAuthentication(options =>
        {
            options.DefaultScheme = ApiKeyScheme.Either;
            options.DefaultSignInScheme = options.DefaultSignOutScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        }).AddCookie(Configure).AddApiKeys();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    public static void MapAccess(this RouteGroupBuilder api)
    {
        GetMe.Map(api);
        ListPeople.Map(api);
        GetPerson.Map(api);
        AddPerson.Map(api);
        EditPerson.Map(api);
        ListSessions.Map(api);
        api.MapFunctions();
        api.MapRoles();
        api.MapDelegations();
        api.MapExplanation();
        api.MapApiClients();
    }

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Cookie;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = standing;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/not-allowed";
        options.Events.OnValidatePrincipal = CurrentPerson.RecogniseAsync;
        options.Events.OnCheckSlidingExpiration = StayAwakeOnlyForPeople;
        options.Events.OnRedirectToLogin = context => AnswerOrRedirect(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerOrRedirect(context, StatusCodes.Status403Forbidden);
    }

    /// <summary>What a page asks by itself to stay up to date does not keep a browser signed in that nobody uses.</summary>
    private static Task StayAwakeOnlyForPeople(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !context.Request.Path.StartsWithSegments("/live") && !context.Request.Headers.ContainsKey("Weerbaar-Live");
        return Task.CompletedTask;
    }

    private static Task AnswerOrRedirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (Api.Api.IsForProgram(context.HttpContext))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
