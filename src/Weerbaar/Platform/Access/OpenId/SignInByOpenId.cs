using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>What the issuer sent the browser back with.</summary>
public sealed record IssuerAnswer(string? State, string? Code, string? Issuer, string? Error);

/// <summary>Signing in at the organisation: sending somebody there, and judging what they come back with.</summary>
public sealed class SignInByOpenId(
    ServerSettings settings, WeerbaarDb db, SignInDesk desk, CurrentActor current, Issuer issuer, TokenRequest tokens, IdToken idToken, FindPerson people, TimeProvider clock, ILogger<SignInByOpenId> log)
{
    private const string again = "access.open-id.error.again";
    private const int longestCode = 2048;

    private OpenIdSettings OpenId => settings.OpenId ?? throw new NotThere("page", "sign-in/organisation");

    /// <summary>Where the browser is to go.</summary>
    /// <exception cref="IssuerTrouble">The issuer does not answer as an issuer should.</exception>
    public async Task<string> BeginAsync(SignInAttempt attempt, CancellationToken ct)
    {
        _ = OpenId;
        var place = (await issuer.DocumentAsync(ct)).Authorization;
        return Addresses.WithQuery(place, new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = OpenId.ClientId,
            ["redirect_uri"] = attempt.Redirect,
            ["scope"] = string.Join(' ', OpenId.Scopes),
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = attempt.Challenge,
            ["code_challenge_method"] = "S256",
        });
    }

    /// <summary>A session for who came back, or a refusal in words; it is in the journal either way.</summary>
    public async Task<Session> HandleAsync(SignInAttempt? attempt, IssuerAnswer answer, string device, CancellationToken ct)
    {
        _ = OpenId;
        desk.Open();
        try
        {
            TokenRefused.Unless(attempt is not null, "state");
            await UseAsync(attempt!, ct);
            await CheckIssuerAsync(answer.Issuer, ct);
            if (answer.Error is not null)
            {
                throw await desk.TurnAwayAsync(null, "access.open-id.error.denied", "open-id: the issuer refused", ct);
            }

            TokenRefused.Unless(answer.Code is { Length: > 0 and <= longestCode }, "code");
            var given = await tokens.SendAsync(answer.Code!, attempt!, ct);
            return await WelcomeAsync(await idToken.ReadAsync(given.IdToken, given.AccessToken, attempt!.Nonce, ct), device, ct);
        }
        catch (TokenRefused refused)
        {
            log.LogWarning("Refused a sign-in by OpenID Connect: {Reason}", refused.Reason);
            throw await desk.TurnAwayAsync(null, again, $"open-id: {refused.Reason}", ct);
        }
    }

    /// <summary>Coming back counts once, however often the answer and the cookie are sent again, and to whichever process.</summary>
    private async Task UseAsync(SignInAttempt attempt, CancellationToken ct)
    {
        try
        {
            await UsedOnce.UseAsync(db, "state", attempt.State, clock.GetUtcNow(), SignInAttempts.TimeToSignIn, ct);
            await db.SaveAsync(new Change("access.open-id-return"), ct);
        }
        catch (AlreadyThere)
        {
            throw new TokenRefused("state");
        }
    }

    /// <summary>An answer of another issuer must not be taken for one of ours (RFC 9207).</summary>
    private async Task CheckIssuerAsync(string? told, CancellationToken ct)
    {
        var mayBeSilent = !(await issuer.DocumentAsync(ct)).NamesItself;
        TokenRefused.Unless(told is null ? mayBeSilent : told == OpenId.Issuer, "issuer");
    }

    private async Task<Session> WelcomeAsync(Identity identity, string device, CancellationToken ct)
    {
        var granted = ClaimRules.For(identity.Claims, OpenId.Rules);
        if (granted.Count == 0)
        {
            throw await desk.TurnAwayAsync(await people.KnownAsync(identity, ct), "access.open-id.error.no-rule", "open-id: no rule", ct);
        }

        // The rules decide who there is; the desk alone may not.
        current.Actor = Actor.SignInDesk with { Permissions = new HashSet<Permission> { Permission.SignIn, Permission.ManagePeople } };
        try
        {
            var person = await people.HandleAsync(identity, granted, ct);
            return await desk.WelcomeAsync(person.Id, SignInMethod.OpenId, device, ct, identity.IssuerSession);
        }
        catch (RefusedPerson refused)
        {
            throw await desk.TurnAwayAsync(refused.PersonId, refused.Sentence, $"open-id: {refused.Reason}", ct);
        }
        catch (Exception atOnce) when (atOnce is AlreadyThere or Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException)
        {
            throw await desk.TurnAwayAsync(null, again, "open-id: two at once", ct);
        }
        finally
        {
            desk.Open();
        }
    }
}
