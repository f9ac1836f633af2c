using Weerbaar.Platform.Health;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>Signing in with the account people have at their organisation. Without settings there is no such page.</summary>
public static class OpenIdServices
{
    public static void AddOpenId(this IServiceCollection services)
    {
        services.AddSingleton<IssuerClient>().AddSingleton<Issuer>().AddSingleton<SignInAttempts>();
        services.AddScoped<SignedToken>().AddScoped<IdToken>().AddScoped<TokenRequest>();
        services.AddScoped<AskIssuer>().AddScoped<FollowRules>().AddScoped<FindPerson>();
        services.AddScoped<SignInByOpenId>().AddScoped<LinkOpenId>().AddScoped<UnlinkOpenId>().AddScoped<BackChannelLogout>();
        services.AddSingleton<Examine>(ExamineOpenId.Now);
    }
}
