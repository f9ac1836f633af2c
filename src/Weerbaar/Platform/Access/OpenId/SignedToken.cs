using System.Buffers.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>A token that does not hold; the reason is a fixed word, for the journal and the log.</summary>
public sealed class TokenRefused(string reason) : Exception($"The token is refused: {reason}.")
{
    public string Reason { get; } = reason;

    public static void Unless(bool holds, string reason)
    {
        if (!holds)
        {
            throw new TokenRefused(reason);
        }
    }
}

/// <summary>Checks what every token of the issuer must satisfy, whatever it is for: signature, issuer, audience, time.</summary>
public sealed class SignedToken(ServerSettings settings, Issuer issuer, TimeProvider clock)
{
    public const int LargestBytes = 32 * 1024;

    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>With a public key only: "none" and what is signed with a shared secret are not among them.</summary>
    private static readonly string[] algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private static readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LargestBytes, MapInboundClaims = false };

    /// <summary>The claims of a token that holds.</summary>
    /// <param name="text">The token as it was received.</param>
    /// <param name="types">What its header may say it is.</param>
    /// <param name="keysNotOlder">How old the known keys may be when the token names another: who sends it must not make us ask the issuer for ever.</param>
    /// <param name="ct">Stops while the issuer is asked.</param>
    /// <exception cref="TokenRefused">It does not hold.</exception>
    /// <exception cref="IssuerTrouble">The issuer's keys can't be had.</exception>
    public async Task<(JsonElement Claims, string Algorithm)> ReadAsync(string text, string[] types, TimeSpan keysNotOlder, CancellationToken ct)
    {
        var token = Parse(text);
        TokenRefused.Unless(algorithms.Contains(token.Alg, StringComparer.Ordinal), "algorithm");
        TokenRefused.Unless(token.Typ is null or "" || types.Contains(token.Typ, StringComparer.OrdinalIgnoreCase), "type");
        TokenRefused.Unless(!token.TryGetHeaderValue<object>("crit", out _), "critical header");
        var document = await issuer.DocumentAsync(ct);
        if (!document.Knows(token.Kid))
        {
            document = await issuer.NotOlderAsync(keysNotOlder, ct);
        }

        TokenRefused.Unless(KeysFor(document, token.Kid).Any(), "key");
        var result = await handler.ValidateTokenAsync(token, Demands(document));
        TokenRefused.Unless(result.IsValid, result.Exception is { } wrong ? Word(wrong) : "");
        return (Claims(token), token.Alg);
    }

    private static JsonWebToken Parse(string text)
    {
        TokenRefused.Unless(text.Length is > 0 and <= LargestBytes, "size");
        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception garbage) when (garbage is ArgumentException or SecurityTokenException or JsonException)
        {
            throw new TokenRefused("form");
        }
    }

    private static JsonElement Claims(JsonWebToken token)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(token.EncodedPayload), new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw new TokenRefused("form");
        }
    }

    private TokenValidationParameters Demands(IssuerDocument document) => new()
    {
        ValidIssuer = settings.OpenId!.Issuer,
        ValidAudience = settings.OpenId.ClientId,
        ValidAlgorithms = algorithms,
        RequireSignedTokens = true,
        IssuerSigningKeyResolver = (_, _, keyId, _) => KeysFor(document, keyId),
        TryAllIssuerSigningKeys = false,
        LifetimeValidator = (from, until, _, _) => IsOfNow(from, until),
    };

    /// <summary>The key the token names; a token that names none fits an issuer that has one key.</summary>
    private static IEnumerable<SecurityKey> KeysFor(IssuerDocument document, string? keyId) => string.IsNullOrEmpty(keyId)
        ? document.SigningKeys.Count == 1 ? document.SigningKeys : []
        : document.SigningKeys.Where(k => k.KeyId == keyId);

    private bool IsOfNow(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is null || from - Skew <= now);
    }

    private static string Word(Exception wrong) => wrong switch
    {
        SecurityTokenInvalidIssuerException => "issuer",
        SecurityTokenInvalidAudienceException => "audience",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException => "time",
        _ => "signature",
    };
}
