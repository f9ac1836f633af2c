using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>Who the issuer says has signed in, and the session it has for them there.</summary>
public sealed record Identity(string Subject, string? IssuerSession, JsonElement Claims);

/// <summary>What an ID token must satisfy beside its signature (OpenID Connect Core 1.0, 3.1.3.7).</summary>
public sealed class IdToken(ServerSettings settings, SignedToken tokens, TimeProvider clock)
{
    private const int longestSubject = 255;
    private const int longestSession = 200;

    /// <summary>It was made for this sign-in, a moment ago.</summary>
    private static readonly TimeSpan oldest = TimeSpan.FromMinutes(10);

    /// <exception cref="TokenRefused">It does not hold.</exception>
    public async Task<Identity> ReadAsync(string text, string? accessToken, string nonce, CancellationToken ct)
    {
        var (claims, algorithm) = await tokens.ReadAsync(text, ["JWT"], TimeSpan.Zero, ct);
        TokenRefused.Unless(IsForUs(claims), "authorised party");
        TokenRefused.Unless(claims.Moment("iat") is { } made && (clock.GetUtcNow() - made).Duration() < oldest, "made at");
        TokenRefused.Unless(claims.Text("nonce") is { } told && Same(told, nonce), "nonce");
        TokenRefused.Unless(!claims.TryGetProperty("at_hash", out _) || (accessToken is not null && Same(claims.Text("at_hash") ?? "", HalfHash(accessToken, algorithm))), "hash of the access token");
        TokenRefused.Unless(claims.Text("sub") is { Length: > 0 and <= longestSubject }, "subject");
        var session = claims.Text("sid");
        TokenRefused.Unless(session is null or { Length: > 0 and <= longestSession }, "session");
        return new Identity(claims.Text("sub")!, session, claims);
    }

    /// <summary>One of several audiences must not use what was given to another of them.</summary>
    private bool IsForUs(JsonElement claims)
    {
        var one = claims.TryGetProperty("aud", out var audience) && (audience.ValueKind == JsonValueKind.String || audience.GetArrayLength() == 1);
        return claims.TryGetProperty("azp", out _) ? claims.Text("azp") == settings.OpenId!.ClientId : one;
    }

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static string HalfHash(string accessToken, string algorithm)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        var hash = algorithm[^3..] switch
        {
            "256" => SHA256.HashData(bytes),
            "384" => SHA384.HashData(bytes),
            _ => SHA512.HashData(bytes),
        };
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }
}

internal static class ClaimValues
{
    public static string? Text(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A number of seconds since 1970, as tokens write moments.</summary>
    public static DateTimeOffset? Moment(this JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is > 0 and < 1e11
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;
}
