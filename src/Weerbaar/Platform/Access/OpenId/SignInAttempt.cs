using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>One sign-in that was begun in one browser: what it must bring back, and what only it knows.</summary>
public sealed record SignInAttempt(string State, string Nonce, string Verifier, string ReturnTo, string Redirect)
{
    public static SignInAttempt New(string returnTo, string redirect) => new(Random(), Random(), Random(), returnTo, redirect);

    /// <summary>The session of who wants to link the account that comes back to their own; null for signing in.</summary>
    public string? LinkFor { get; init; }

    /// <summary>Of the verifier, as the issuer is told it beforehand (RFC 7636, S256).</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Keeps an attempt in the browser that began it, sealed, for ten minutes; each in a cookie of its own, so that two tabs don't get in each other's way.</summary>
public sealed class SignInAttempts(IDataProtectionProvider protection)
{
    public static readonly TimeSpan TimeToSignIn = TimeSpan.FromMinutes(10);

    private const string path = "/sign-in/organisation";

    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("access.open-id").ToTimeLimitedDataProtector();

    public void Keep(HttpContext http, SignInAttempt attempt) => http.Response.Cookies.Append(
        NameOf(attempt.State), seal.Protect(JsonSerializer.Serialize(attempt), TimeToSignIn), Options(http, TimeToSignIn));

    /// <summary>The attempt that comes back with this state; null when this browser did not begin it. The browser has it no longer after this.</summary>
    public SignInAttempt? Take(HttpContext http, string state)
    {
        if (state.Length < 16 || http.Request.Cookies[NameOf(state)] is not { } kept)
        {
            return null;
        }

        http.Response.Cookies.Delete(NameOf(state), Options(http, null));
        return Open(kept) is { } attempt && Same(attempt.State, state) ? attempt : null;
    }

    private SignInAttempt? Open(string kept)
    {
        try
        {
            return JsonSerializer.Deserialize<SignInAttempt>(seal.Unprotect(kept));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static string NameOf(string state) => $"sign-in.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)))[..12]}";

    private static CookieOptions Options(HttpContext http, TimeSpan? life) => new()
    {
        Path = path, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = life, IsEssential = true,
    };
}
