using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.ApiClients;

/// <summary>Recognises a program by the key in <c>Authorization: Bearer</c>, on the API only. A request with a key is that of the program, whatever cookies it brings.</summary>
public sealed class ApiKeyScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, WeerbaarDb db, CurrentActor current, KnownPeople people, SignInDesk desk, TimeProvider clock, Texts texts, IProblemDetailsService problems)
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

    /// <summary>Who answers for it is read, and not shown.</summary>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync() => (await current.ApartAsync(RecogniseAsync)).Result;

    private async Task<AuthenticateResult> RecogniseAsync()
    {
        var header = Request.Headers.Authorization is [{ } one] ? one : "";
        if (!header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) || !ApiKey.TryParse(header[bearer.Length..].Trim(), out var key))
        {
            return await RefuseAsync("", "key");
        }

        var ct = Context.RequestAborted;
        var found = await FindAsync(key.ClientId, ct);
        return !key.Fits(found?.Client)
            ? await RefuseAsync("", "key")
            : WhyNot(found!) is { } why ? await RefuseAsync(found!.Client.Id, why) : await WelcomeAsync(found!, ct);
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

    /// <summary>The client with who answers for it and the organisations they work for, and when its key was last used.</summary>
    private sealed record Found(ApiClient Client, Person? Owner, ApiClientUse? Use, IReadOnlyList<string> Organisations);

    private Task<Found?> FindAsync(string id, CancellationToken ct)
    {
        var functions = KnownPeople.HeldOn(db, clock.Today());
        return db.Set<ApiClient>().AsNoTracking().AsSingleQuery().Where(c => c.Id == id)
            .LeftJoin(db.Set<Person>(), c => c.OwnerId, p => p.Id, (client, owner) => new { client, owner })
            .LeftJoin(db.Set<ApiClientUse>(), c => c.client.Id, u => u.Id, (c, use) => new Found(
                c.client, c.owner, use, functions.Where(f => f.PersonId == c.client.OwnerId).Select(f => f.Organisation).ToList()))
            .FirstOrDefaultAsync(ct);
    }

    private string? WhyNot(Found found) => found.Client.RevokedAt is not null ? "revoked"
        : !found.Client.IsOpen(clock.Today()) ? "expired"
        : found.Owner is { Disabled: false } ? null : "owner";

    /// <summary>The roles of its owner are read as far as the owner may see what they hold for, at every request.</summary>
    private async Task<AuthenticateResult> WelcomeAsync(Found found, CancellationToken ct)
    {
        await NoteUseAsync(found, ct);
        current.Actor = found.Owner!.ToActor(found.Organisations);
        current.Actor = new KnownClient(found.Client, await people.OfAsync(found.Owner, clock.Today(), ct)).ToActor();
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim("name", found.Client.Name)], Name));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Name));
    }

    private async Task NoteUseAsync(Found found, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (found.Use?.IsOld(now) == false)
        {
            return;
        }

        desk.Open();
        var use = found.Use is { } before ? db.Attach(before).Entity : db.Add(new ApiClientUse(found.Client.Id, now)).Entity;
        use.Use(now);
        try
        {
            await db.SaveAsync(new Change("access.use-api-client"), ct);
        }
        catch (Exception atOnce) when (atOnce is AlreadyThere or DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear(); // another request noted the same hour
        }
    }

    /// <summary>A wrong key is refused alike, whether there is such a client or not.</summary>
    private async Task<AuthenticateResult> RefuseAsync(string clientId, string why)
    {
        await Context.RequestServices.GetRequiredService<AnonymousRefusals>().WriteAsync(Context, "api_client", clientId, $"api-client: {why}");
        refusal = $"access.api-clients.error.{why}";
        return AuthenticateResult.Fail("The key is refused.");
    }
}
