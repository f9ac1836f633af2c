using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>
/// Links the account of who is signed in to the one they have at their organisation: when they ask for it, in the session
/// they ask it in, and after they showed at the issuer who they are there. Never by an e-mail address.
/// </summary>
public sealed class LinkOpenId(ServerSettings settings, WeerbaarDb db, CurrentActor current, SignInDesk desk, AskIssuer issuer, TimeProvider clock)
{
    /// <summary>An attempt that only the session it was begun in can finish.</summary>
    public SignInAttempt Begin(string redirect)
    {
        current.NeedFreshSession(clock.GetUtcNow());
        return SignInAttempt.New("/account", redirect) with { LinkFor = current.Session!.Id };
    }

    /// <summary>Links, and answers with what the account is called at the issuer.</summary>
    /// <exception cref="InvalidInput">It is not linked, and the journal says why.</exception>
    /// <exception cref="IssuerTrouble">The issuer does not answer as an issuer should.</exception>
    public async Task<string> HandleAsync(SignInAttempt attempt, IssuerAnswer answer, CancellationToken ct)
    {
        current.NeedFreshSession(clock.GetUtcNow());
        var me = db.Actor.Id;
        if (current.Session!.Id != attempt.LinkFor)
        {
            throw await desk.TurnAwayAsync(me, AskIssuer.Again, "open-id: another session", ct);
        }

        var identity = await issuer.HandleAsync(attempt, answer, me, ct);
        var openId = settings.OpenId!;
        if (ClaimRules.For(identity.Claims, openId.Rules).Count == 0)
        {
            throw await desk.TurnAwayAsync(me, "access.open-id.error.no-rule", "open-id: no rule", ct);
        }

        if (await db.Set<OpenIdSubject>().AnyAsync(s => s.PersonId == me && s.Issuer == openId.Issuer, ct))
        {
            throw await desk.TurnAwayAsync(me, "access.open-id.error.linked-already", "open-id: linked already", ct);
        }

        await SaveAsync(new OpenIdSubject(openId.Issuer, identity.Subject, me, clock.GetUtcNow()), ct);
        return identity.Claims.Text(openId.EmailClaim) ?? identity.Claims.Text(openId.NameClaim) ?? identity.Subject;
    }

    private async Task SaveAsync(OpenIdSubject subject, CancellationToken ct)
    {
        try
        {
            db.Add(subject);
            await db.SaveAsync(new Change("access.link-open-id"), ct);
        }
        catch (AlreadyThere)
        {
            throw await desk.TurnAwayAsync(db.Actor.Id, "access.open-id.error.linked-elsewhere", "open-id: account of another person", ct);
        }
    }
}
