using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.ApiClients;

/// <summary>Recognises a program by the key in <c>Authorization: Bearer</c>, on the API only. A request with a key is that of the program, whatever cookies it brings.</summary>
public sealed class ApiKeyScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, WeerbaarDb db, CurrentActor current, SignInDesk desk, TimeProvider clock, Texts texts, IProblemDetailsService problems)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";

    /// <summary>Chooses between the key and the cookie.</summary>
    public const string Either = "KeyOrCookie";

    private const string bearer = "Bearer ";

    private string refusal = "api.problem.signed-out.detail";

    public static string Choose(HttpContext http) => http.Request.Path.StartsWithSegments("/api") && http.Request.Headers.Authorization.Count > 0
        ? Name
        : CookieAuthenticationDefaults.AuthenticationScheme;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization is [{ } one] ? one : "";
        if (!header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) || !ApiKey.TryParse(header[bearer.Length..].Trim(), out var key))
        {
            return Refuse("access.api-clients.error.key");
        }

        var ct = Context.RequestAborted;
        var client = await db.Set<ApiClient>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == key.ClientId, ct);
        if (!key.Fits(client))
        {
            return await RefuseAsync(client, "wrong key", "access.api-clients.error.key", ct);
        }

        return await WhyNotAsync(client!, ct) is { } why
            ? await RefuseAsync(client, why, $"access.api-clients.error.{why}", ct)
            : await WelcomeAsync(client!, ct);
    }

    /// <summary>Says why, and how one should come.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        (Response.StatusCode, Response.Headers.WWWAuthenticate) = (StatusCodes.Status401Unauthorized, "Bearer error=\"invalid_token\"");
        await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = Context,
            ProblemDetails = { Status = StatusCodes.Status401Unauthorized, Title = texts["api.problem.signed-out"], Detail = texts[refusal] },
        });
    }

    private async Task<string?> WhyNotAsync(ApiClient client, CancellationToken ct)
    {
        var mayOwner = await db.Set<Person>().AsNoTracking().AnyAsync(p => p.Id == client.OwnerId && !p.Disabled, ct);
        return client.RevokedAt is not null ? "revoked"
            : !client.IsOpen(clock.Today()) ? "expired"
            : mayOwner ? null : "owner";
    }

    private async Task<AuthenticateResult> WelcomeAsync(ApiClient client, CancellationToken ct)
    {
        await NoteUseAsync(client.Id, ct);
        current.Actor = client.ToActor();
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim("name", client.Name)], Name));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Name));
    }

    private async Task NoteUseAsync(string clientId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var use = await db.Set<ApiClientUse>().FirstOrDefaultAsync(u => u.Id == clientId, ct);
        if (use?.IsOld(now) == false)
        {
            return;
        }

        desk.Open();
        use?.Use(now);
        _ = use ?? db.Add(new ApiClientUse(clientId, now)).Entity;
        try
        {
            await db.SaveAsync(new Change("access.use-api-client"), ct);
        }
        catch (Exception atOnce) when (atOnce is AlreadyThere or DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // another request noted the same hour
        }
    }

    private async Task<AuthenticateResult> RefuseAsync(ApiClient? client, string why, string sentence, CancellationToken ct)
    {
        if (client is not null)
        {
            desk.Open();
            await db.RecordAsync(new Change("access.refused", $"api-client: {why}"), "api_client", client.Id, Marking.DepartmentalConfidential, ct);
            current.Actor = Actor.Nobody;
        }

        return Refuse(sentence);
    }

    private AuthenticateResult Refuse(string sentence)
    {
        refusal = sentence;
        return AuthenticateResult.Fail("The key is refused.");
    }
}
