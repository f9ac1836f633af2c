using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>Parts the account of who is signed in from the one at their organisation. What followed from that goes with it: roles, functions, and other devices that came in by it.</summary>
public sealed class UnlinkOpenId(WeerbaarDb db, CurrentActor current, FollowRules rules, Sessions sessions, ServerSettings settings, TimeProvider clock)
{
    public async Task HandleAsync(CancellationToken ct)
    {
        current.NeedFreshSession(clock.GetUtcNow());
        var me = db.Actor.Id;
        var ways = await WaysIn.OfAsync(db, me, settings.OpenId, ct);
        if ((!ways.HasPassword && ways.Passkeys == 0) || !await MaySignInLocallyAsync(me, ct))
        {
            throw new BrokenRule("access.open-id.rule.last");
        }

        var linked = await db.Set<OpenIdSubject>().Where(s => s.PersonId == me).ToListAsync(ct);
        db.RemoveRange(linked.Count > 0 ? linked : throw new NotThere("account", me));
        await KeepAdministratorAsync(me, ct);
        await rules.HandleAsync(me, [], ct);
        await sessions.EndOpenAsync(me, s => s.Method == SignInMethod.OpenId && s.Id != current.Session?.Id, ct);
        await SaveAsync(ct);
    }

    /// <summary>A way in of one's own is none where the organisation keeps those for a few.</summary>
    private async Task<bool> MaySignInLocallyAsync(string me, CancellationToken ct)
    {
        var isAdministrator = await AdministratorLeft.On(db, clock.Today()).AnyAsync(a => a.Person.Id == me && a.Role.GivenBy != FollowRules.ByRule, ct);
        return settings.OpenId?.MaySignInLocally(await db.GetAsync<Person>(me, ct), isAdministrator) != false;
    }

    private async Task KeepAdministratorAsync(string me, CancellationToken ct)
    {
        if (await AdministratorLeft.On(db, clock.Today()).AnyAsync(a => a.Person.Id == me && a.Role.GivenBy == FollowRules.ByRule, ct)
            && !await AdministratorLeft.On(db, clock.Today()).AnyAsync(a => a.Person.Id == me && a.Role.GivenBy != FollowRules.ByRule, ct))
        {
            await AdministratorLeft.RelyOnAnotherAsync(db, me, clock.Today(), ct);
        }
    }

    private async Task SaveAsync(CancellationToken ct)
    {
        var me = current.Actor;
        current.Actor = ClaimRules.MayApply(me);
        try
        {
            await db.SaveAsync(new Change("access.unlink-open-id"), ct);
        }
        finally
        {
            current.Actor = me;
        }
    }
}
