using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>What the issuer sent the browser back with.</summary>
public sealed record IssuerAnswer(string? State, string? Code, string? Issuer, string? Error);

/// <summary>Asks the issuer who somebody is: where to send the browser, and whose account it comes back with.</summary>
public sealed class AskIssuer(
    ServerSettings settings, WeerbaarDb db, SignInDesk desk, Issuer issuer, TokenRequest tokens, IdToken idToken, TimeProvider clock, ILogger<AskIssuer> log)
{
    public const string Again = "access.open-id.error.again";

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

    /// <summary>Whose account it is, or a refusal in words that is in the journal.</summary>
    /// <param name="attempt">What this browser began; null when it began nothing.</param>
    /// <param name="answer">What it came back with.</param>
    /// <param name="personId">Whom a refusal is about, when that is known.</param>
    /// <param name="ct">Stops while the issuer is asked.</param>
    /// <exception cref="IssuerTrouble">The issuer does not answer as an issuer should.</exception>
    public async Task<Identity> HandleAsync(SignInAttempt? attempt, IssuerAnswer answer, string? personId, CancellationToken ct)
    {
        _ = OpenId;
        try
        {
            TokenRefused.Unless(attempt is not null, "state");
            await UseAsync(attempt!, ct);
            await CheckIssuerAsync(answer.Issuer, ct);
            if (answer.Error is not null)
            {
                throw await desk.TurnAwayAsync(personId, "access.open-id.error.denied", "open-id: the issuer refused", ct);
            }

            TokenRefused.Unless(answer.Code is { Length: > 0 and <= longestCode }, "code");
            var given = await tokens.SendAsync(answer.Code!, attempt!, ct);
            return await idToken.ReadAsync(given.IdToken, given.AccessToken, attempt!.Nonce, ct);
        }
        catch (TokenRefused refused)
        {
            log.LogWarning("Refused an answer of the issuer: {Reason}", refused.Reason);
            throw await desk.TurnAwayAsync(personId, Again, $"open-id: {refused.Reason}", ct);
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
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else came back at the same moment and cleared away the same old rows.
            db.ChangeTracker.Clear();
            await UseAsync(attempt, ct);
        }
    }

    /// <summary>An answer of another issuer must not be taken for one of ours (RFC 9207).</summary>
    private async Task CheckIssuerAsync(string? told, CancellationToken ct)
    {
        var mayBeSilent = !(await issuer.DocumentAsync(ct)).NamesItself;
        TokenRefused.Unless(told is null ? mayBeSilent : told == OpenId.Issuer, "issuer");
    }
}
