using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>The tokens the issuer gave for a code.</summary>
public sealed record Tokens(string IdToken, string? AccessToken);

/// <summary>Exchanges a code for tokens, with what only this browser's attempt knows (PKCE).</summary>
public sealed class TokenRequest(ServerSettings settings, Issuer issuer, IssuerClient client)
{
    /// <exception cref="TokenRefused">The issuer does not take the code.</exception>
    /// <exception cref="IssuerTrouble">The issuer does not answer as an issuer should.</exception>
    public async Task<Tokens> SendAsync(string code, SignInAttempt attempt, CancellationToken ct)
    {
        var document = await issuer.DocumentAsync(ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, document.Token) { Content = new FormUrlEncodedContent(Form(code, attempt, document)) };
        if (settings.OpenId!.ClientSecret is { } secret && document.TakesSecretInHeader)
        {
            request.Headers.Authorization = Basic(settings.OpenId.ClientId, secret);
        }

        var (status, text) = await client.SendAsync(request, ct);
        TokenRefused.Unless(status is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden), "code");
        return status == HttpStatusCode.OK ? Read(text) : throw new IssuerTrouble($"{document.Token} answers {(int)status}.");
    }

    private Dictionary<string, string> Form(string code, SignInAttempt attempt, IssuerDocument document)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = attempt.Redirect,
            ["code_verifier"] = attempt.Verifier,
        };
        if (settings.OpenId!.ClientSecret is null || !document.TakesSecretInHeader)
        {
            form["client_id"] = settings.OpenId.ClientId;
        }

        if (settings.OpenId.ClientSecret is { } secret && !document.TakesSecretInHeader)
        {
            form["client_secret"] = secret;
        }

        return form;
    }

    /// <summary>Name and secret are form-encoded before they are joined (RFC 6749, 2.3.1).</summary>
    private static AuthenticationHeaderValue Basic(string id, string secret) => new(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{WebUtility.UrlEncode(id)}:{WebUtility.UrlEncode(secret)}")));

    private static Tokens Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.Text("id_token") is { } idToken
                ? new Tokens(idToken, root.Text("access_token"))
                : throw new IssuerTrouble("The issuer gave no ID token. Is 'openid' among the scopes, and is the client registered for the code flow?");
        }
        catch (JsonException garbage)
        {
            throw new IssuerTrouble("The issuer's answer with tokens is no JSON.", garbage);
        }
    }
}
