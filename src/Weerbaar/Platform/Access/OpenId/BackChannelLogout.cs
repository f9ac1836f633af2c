using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>The issuer says that somebody has signed out there (OpenID Connect Back-Channel Logout 1.0): their sessions here end.</summary>
public sealed class BackChannelLogout(ServerSettings settings, WeerbaarDb db, SignInDesk desk, SignedToken tokens, TimeProvider clock)
{
    public const string Path = "/sign-in/organisation/logout";

    private const string happening = "http://schemas.openid.net/event/backchannel-logout";

    /// <summary>Anybody may send a token that names a key nobody has: the issuer is asked for its keys no more often than this.</summary>
    private static readonly TimeSpan betweenFetches = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan oldest = TimeSpan.FromMinutes(5);

    public static void Map(WebApplication app) =>
        app.MapPost(Path, AnswerAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(2 * SignedToken.LargestBytes));

    /// <exception cref="TokenRefused">The token does not hold; nothing changes.</exception>
    public async Task HandleAsync(string token, CancellationToken ct)
    {
        var (claims, _) = await tokens.ReadAsync(token, ["logout+jwt", "JWT"], betweenFetches, ct);
        var now = clock.GetUtcNow();
        TokenRefused.Unless(claims.Moment("iat") is { } made && made - SignedToken.Skew < now && now < made + oldest, "made at");
        TokenRefused.Unless(!claims.TryGetProperty("nonce", out _), "nonce");
        TokenRefused.Unless(IsLogout(claims), "event");
        TokenRefused.Unless(claims.Text("jti") is { Length: > 0 and <= 500 }, "token id");
        TokenRefused.Unless((claims.Text("sub") ?? claims.Text("sid")) is { Length: > 0 }, "subject");
        await EndAsync(claims, now, ct);
    }

    private static bool IsLogout(JsonElement claims) =>
        claims.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(happening, out var one) && one.ValueKind == JsonValueKind.Object;

    private async Task EndAsync(JsonElement claims, DateTimeOffset now, CancellationToken ct)
    {
        desk.Open();
        await UsedOnce.UseAsync(db, "logout", claims.Text("jti")!, now, oldest + (2 * SignedToken.Skew), ct);
        (await SessionsOf(claims.Text("sub"), claims.Text("sid")).ToListAsync(ct)).ForEach(s => s.End(now));
        try
        {
            await db.SaveAsync(new Change("access.open-id-logout"), ct);
        }
        catch (AlreadyThere)
        {
            throw new TokenRefused("used before");
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another token cleared away the same old rows, or ended the same session.
            db.ChangeTracker.Clear();
            await EndAsync(claims, now, ct);
        }
    }

    /// <summary>Those that came of a session at the issuer, and those of a subject that came of a session without a name; all of a subject where no session is named.</summary>
    private IQueryable<Session> SessionsOf(string? subject, string? named)
    {
        var id = subject is null ? null : OpenIdSubject.IdOf(settings.OpenId!.Issuer, subject);
        var open = db.Set<Session>().Where(s => s.Method == SignInMethod.OpenId && s.EndedAt == null);
        return (id, named) switch
        {
            (null, _) => open.Where(s => s.IssuerSession == named),
            (_, null) => open.Where(s => s.IssuerSubject == id),
            _ => open.Where(s => s.IssuerSubject == id && (s.IssuerSession == named || s.IssuerSession == null)),
        };
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, ServerSettings settings, BackChannelLogout logout, AnonymousRefusals refusals, ILogger<BackChannelLogout> log, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (settings.OpenId is null)
        {
            return Results.NotFound();
        }

        try
        {
            await logout.HandleAsync(await TokenOfAsync(http.Request, ct), ct);
            return Results.Ok();
        }
        catch (TokenRefused refused)
        {
            log.LogWarning("Refused a logout token: {Reason}", refused.Reason);
            await refusals.WriteAsync(http, "session", "", "logout token");
            return Results.Json(new { error = "invalid_request", error_description = $"The logout token is refused: {refused.Reason}." }, statusCode: StatusCodes.Status400BadRequest);
        }
        catch (IssuerTrouble trouble)
        {
            log.LogWarning("Can't judge a logout token: {Trouble}", trouble.Message);
            return Results.Json(new { error = "temporarily_unavailable", error_description = "The issuer's keys can't be had." }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<string> TokenOfAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return request.HasFormContentType ? (await request.ReadFormAsync(ct))["logout_token"].ToString() : throw new TokenRefused("form");
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadHttpRequestException)
        {
            throw new TokenRefused("form");
        }
    }
}
