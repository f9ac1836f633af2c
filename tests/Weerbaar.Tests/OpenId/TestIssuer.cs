using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.OpenId;

namespace Weerbaar.Tests.OpenId;

/// <summary>A small issuer that signs in whoever comes as whoever the test says, and that can be told to do wrong.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Secret = "a secret: with signs & spaces";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, string Redirect)> codes = new();

    private TestIssuer(WebApplication app) => this.app = app;

    public string Address { get; private set; } = "";

    public SigningKey Key { get; set; } = new("first");

    /// <summary>What it publishes; by default the key it signs with.</summary>
    public Func<TestIssuer, IEnumerable<object>> Keys { get; set; } = issuer => [issuer.Key.Published];

    /// <summary>What it says of who signs in.</summary>
    public Dictionary<string, object?> Claims { get; } = [];

    /// <summary>Changes the ID token before it is signed.</summary>
    public Action<Dictionary<string, object?>> Spoil { get; set; } = _ => { };

    /// <summary>Signs the ID token; by default with the key, as one should.</summary>
    public Func<Dictionary<string, object?>, string>? Signing { get; set; }

    public Action<Dictionary<string, object?>> SpoilDocument { get; set; } = _ => { };

    /// <summary>Answers in place of the issuer when it gives true.</summary>
    public Func<HttpContext, Task<bool>> Instead { get; set; } = _ => Task.FromResult(false);

    /// <summary>What it names itself on the way back (RFC 9207); null is nothing.</summary>
    public string? NamesItself { get; set; }

    public ConcurrentBag<string> Asked { get; } = [];

    public static async Task<TestIssuer> StartAsync(int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var issuer = new TestIssuer(builder.Build());
        issuer.Map();
        await issuer.app.StartAsync();
        issuer.Address = issuer.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        issuer.NamesItself = issuer.Address;
        issuer.Is("s-1", "anna@example.org");
        return issuer;
    }

    /// <summary>Who signs in from now on.</summary>
    public TestIssuer Is(string subject, string email, string group = "analysts", bool verified = true)
    {
        foreach (var (name, value) in new Dictionary<string, object?>
        {
            ["sub"] = subject, ["email"] = email, ["email_verified"] = verified, ["name"] = "Anna Jansen", ["groups"] = new[] { "all", group }, ["sid"] = $"at-{subject}",
        })
        {
            Claims[name] = value;
        }

        return this;
    }

    public OpenIdSettings Settings() => new()
    {
        Issuer = Address,
        ClientId = "weerbaar",
        ClientSecret = Secret,
        Patience = TimeSpan.FromSeconds(60),
        Rules =
        [
            new ClaimRule("groups", "analysts", Role.Analyst, null, Marking.Internal),
            new ClaimRule("groups", "readers", Role.Reader, null, Marking.Public),
            new ClaimRule("groups", "administrators", Role.Administrator, null, Marking.DepartmentalConfidential),
        ],
    };

    public Dictionary<string, object?> LogoutClaims(string? subject, string? session, DateTimeOffset? at = null)
    {
        var now = (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds();
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Address, ["aud"] = "weerbaar", ["iat"] = now, ["exp"] = now + 120, ["jti"] = Guid.NewGuid().ToString(),
            ["events"] = new Dictionary<string, object> { ["http://schemas.openid.net/event/backchannel-logout"] = new { } },
        };
        claims["sub"] = subject;
        claims["sid"] = session;
        return claims.Where(c => c.Value is not null).ToDictionary();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private void Map()
    {
        app.Use(async (http, next) =>
        {
            Asked.Add(http.Request.Path);
            if (!await Instead(http))
            {
                await next(http);
            }
        });
        app.MapGet("/.well-known/openid-configuration", () => Document());
        app.MapGet("/keys", () => new { keys = Keys(this) });
        app.MapGet("/authorize", Authorize);
        app.MapPost("/token", TokenAsync);
        app.MapGet("/end", () => "signed out");
    }

    private Dictionary<string, object?> Document()
    {
        var document = new Dictionary<string, object?>
        {
            ["issuer"] = Address, ["authorization_endpoint"] = $"{Address}/authorize", ["token_endpoint"] = $"{Address}/token",
            ["jwks_uri"] = $"{Address}/keys", ["end_session_endpoint"] = $"{Address}/end", ["authorization_response_iss_parameter_supported"] = true,
        };
        SpoilDocument(document);
        return document;
    }

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        if (asked["response_type"] != "code" || asked["client_id"] != "weerbaar" || asked["code_challenge_method"] != "S256" || !asked["scope"].ToString().Contains("openid", StringComparison.Ordinal))
        {
            return Results.BadRequest();
        }

        var code = Guid.NewGuid().ToString("n");
        codes[code] = (asked["nonce"]!, asked["code_challenge"]!, asked["redirect_uri"]!);
        var iss = NamesItself is null ? "" : $"&iss={Uri.EscapeDataString(NamesItself)}";
        return Results.Redirect($"{asked["redirect_uri"]}?code={code}&state={asked["state"]}{iss}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var client = Convert.ToBase64String(Encoding.UTF8.GetBytes($"weerbaar:{System.Net.WebUtility.UrlEncode(Secret)}"));
        if (request.Headers.Authorization != $"Basic {client}" || form["grant_type"] != "authorization_code")
        {
            return Results.Json(new { error = "invalid_client" }, statusCode: 401);
        }

        return codes.TryRemove(form["code"]!, out var code) && code.Redirect == form["redirect_uri"] && Challenge(form["code_verifier"]!) == code.Challenge
            ? Results.Json(new { token_type = "Bearer", access_token = "an access token", id_token = IdToken(code.Nonce) })
            : Results.Json(new { error = "invalid_grant" }, statusCode: 400);
    }

    private string IdToken(string nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object?>(Claims)
        {
            ["iss"] = Address, ["aud"] = "weerbaar", ["iat"] = now, ["exp"] = now + 300, ["nonce"] = nonce,
            ["at_hash"] = SigningKey.Text(SHA256.HashData(Encoding.ASCII.GetBytes("an access token"))[..16]),
        };
        Spoil(claims);
        return Signing?.Invoke(claims) ?? Key.Sign(claims);
    }

    private static string Challenge(string verifier) => SigningKey.Text(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
