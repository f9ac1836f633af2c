using Microsoft.AspNetCore.Identity;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Local accounts: a passkey, or a password with a code app; sessions that can be ended from elsewhere.</summary>
public static class AccountServices
{
    /// <summary>Of PBKDF2 with HMAC-SHA-512, as OWASP advises.</summary>
    private const int rounds = 210_000;

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AuthenticatorKeys>().AddSingleton<PasskeyStates>().AddSingleton<SignInTurns>().AddSingleton<SignInLimit>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = rounds);
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddScoped<SignInDesk>().AddScoped<SignInByLink>().AddScoped<SignInByPassword>().AddScoped<SignInByPasskey>();
        services.AddScoped<Invite>().AddScoped<SetPassword>().AddScoped<RecoveryCodes>().AddScoped<Passkeys>();
        services.AddScoped<Sessions>().AddScoped<ResetAccount>();
        services.AddIdentityCore<Person>().AddUserStore<PersonStore>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.Configure<IdentityPasskeyOptions>(Demand);
        services.AddSingleton(s => AccountTasks.With(s.GetRequiredService<ServerSettings>()));
        services.AddSingleton(TidyAccounts.Job);
    }

    /// <summary>The passkey must check who holds it (a finger, a face, a pin) and be found without a name being typed.</summary>
    private static void Demand(IdentityPasskeyOptions options)
    {
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == OriginOf(context.HttpContext.Request));
    }

    private static string OriginOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
