using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>What the issuer tells of itself (OpenID Connect Discovery 1.0): its addresses, and the keys it signs with.</summary>
public sealed record IssuerDocument(
    Uri Authorization, Uri Token, Uri Keys, Uri? EndSession, bool NamesItself, bool TakesSecretInHeader, IReadOnlyList<SecurityKey> SigningKeys)
{
    private const int shortestRsa = 2048;

    /// <exception cref="IssuerTrouble">It is not the document of this issuer.</exception>
    public static IssuerDocument Parse(string text, OpenIdSettings settings)
    {
        using var json = Json(text);
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object || Text(root, "issuer") != settings.Issuer)
        {
            throw new IssuerTrouble($"The document at {settings.Issuer} is that of another issuer.");
        }

        return new IssuerDocument(
            Address(root, "authorization_endpoint", settings), Address(root, "token_endpoint", settings), Address(root, "jwks_uri", settings),
            root.TryGetProperty("end_session_endpoint", out _) ? Address(root, "end_session_endpoint", settings) : null,
            root.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind == JsonValueKind.True,
            TakesHeader(root), []);
    }

    public IssuerDocument With(string keySet)
    {
        try
        {
            return this with { SigningKeys = [.. new JsonWebKeySet(keySet).Keys.Where(Signs)] };
        }
        catch (Exception garbage) when (garbage is ArgumentException or JsonException or FormatException)
        {
            throw new IssuerTrouble($"{Keys} holds no set of keys.", garbage);
        }
    }

    public bool Knows(string? keyId) => SigningKeys.Any(k => k.KeyId == keyId);

    /// <summary>Keys to sign with that anybody may know; a secret among them is no key for us.</summary>
    private static bool Signs(JsonWebKey key) => key.Use is null or "" or "sig"
        && (key.Kty == "EC" || (key.Kty == "RSA" && key.KeySize >= shortestRsa));

    private static JsonDocument Json(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException garbage)
        {
            throw new IssuerTrouble("The document of the issuer is no JSON.", garbage);
        }
    }

    private static Uri Address(JsonElement root, string name, OpenIdSettings settings) =>
        Uri.TryCreate(Text(root, name), UriKind.Absolute, out var address) && settings.IsOfIssuer(address)
            ? address
            : throw new IssuerTrouble($"The issuer's {name} is on no host of the issuer; name its host under 'hosts' if it should be.");

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The header is what an issuer takes unless it says otherwise.</summary>
    private static bool TakesHeader(JsonElement root) =>
        !root.TryGetProperty("token_endpoint_auth_methods_supported", out var methods) || methods.ValueKind != JsonValueKind.Array
        || methods.EnumerateArray().Any(m => m.ValueKind == JsonValueKind.String && m.GetString() == "client_secret_basic");
}
