using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>Signing in at the organisation: a session for who comes back from the issuer.</summary>
public sealed class SignInByOpenId(ServerSettings settings, SignInDesk desk, CurrentActor current, AskIssuer issuer, FindPerson people)
{
    /// <summary>A session for who came back, or a refusal in words; it is in the journal either way.</summary>
    public async Task<Session> HandleAsync(SignInAttempt? attempt, IssuerAnswer answer, string device, CancellationToken ct)
    {
        desk.Open();
        var identity = await issuer.HandleAsync(attempt, answer, null, ct);
        var granted = ClaimRules.For(identity.Claims, settings.OpenId!.Rules);
        if (granted.Count == 0)
        {
            throw await desk.TurnAwayAsync(await people.KnownAsync(identity, ct), "access.open-id.error.no-rule", "open-id: no rule", ct);
        }

        current.Actor = ClaimRules.MayApply(Actor.SignInDesk);
        try
        {
            var person = await people.HandleAsync(identity, granted, ct);
            return await desk.WelcomeAsync(person.Id, SignInMethod.OpenId, device, ct, new AtIssuer(OpenIdSubject.IdOf(settings.OpenId.Issuer, identity.Subject), identity.IssuerSession));
        }
        catch (RefusedPerson refused)
        {
            throw await desk.TurnAwayAsync(refused.PersonId, refused.Sentence, $"open-id: {refused.Reason}", ct);
        }
        catch (Exception atOnce) when (atOnce is AlreadyThere or DbUpdateConcurrencyException)
        {
            throw await desk.TurnAwayAsync(null, AskIssuer.Again, "open-id: two at once", ct);
        }
        finally
        {
            desk.Open();
        }
    }
}
