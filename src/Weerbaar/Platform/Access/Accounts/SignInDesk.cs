using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Where every way of signing in ends: a session, or a refusal that never says whether the person exists.</summary>
public sealed class SignInDesk(ServerSettings settings, WeerbaarDb db, CurrentActor current, Ids ids, TimeProvider clock)
{
    /// <summary>So many attempts at one moment are a flood, which the limit on addresses is for.</summary>
    private const int triesAtCounting = 20;

    /// <summary>From here on the request may check who somebody is, and nothing else.</summary>
    public void Open() => current.Actor = Actor.SignInDesk;

    public async Task<Session> WelcomeAsync(string personId, SignInMethod method, string device, CancellationToken ct, AtIssuer? there = null)
    {
        await NeedMayAsync(personId, method, ct);
        var session = new Session(ids.Next(), personId, method, device, clock.GetUtcNow(), there);
        db.Add(session);
        await db.SaveAsync(new Change("access.sign-in", method.ToString()), ct);
        return session;
    }

    /// <summary>
    /// Writes the attempt down and refuses. What was typed is not written: it may be somebody's password. Whoever it was, and
    /// whether there is such a one, the database is asked the same: the work done tells nothing.
    /// </summary>
    public Task<InvalidInput> RefuseAsync(string? personId, string why, CancellationToken ct) => RefuseAsync(personId, why, triesAtCounting, ct);

    private async Task<InvalidInput> RefuseAsync(string? personId, string why, int tries, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var id = personId ?? "";
        var found = await db.Set<Password>().Where(p => p.Id == id || p.Id == Password.OfNobody).ToListAsync(ct);
        if (found.FirstOrDefault(p => p.Id == id) is { } own && !own.IsLocked(clock.GetUtcNow()))
        {
            own.Failed(clock.GetUtcNow());
        }
        else
        {
            (found.FirstOrDefault(p => p.Id == Password.OfNobody) ?? db.Add(new Password(Password.OfNobody)).Entity).Counted();
        }

        try
        {
            await db.SaveAsync(new Change("access.refused", id), ct);
            return new InvalidInput("", why);
        }
        catch (Exception atOnce) when (atOnce is AlreadyThere or DbUpdateConcurrencyException)
        {
            // Another step, or another process, counted at the same moment; this attempt counts too.
            return await (tries > 1 ? RefuseAsync(personId, why, tries - 1, ct) : TurnAwayAsync(personId, why, "", ct));
        }
    }

    /// <summary>Writes down and refuses what has nothing to do with a password, so that nothing counts against one.</summary>
    /// <param name="personId">Who it was about, when that is known.</param>
    /// <param name="why">The key of the sentence for who tried.</param>
    /// <param name="reason">For the journal, in words of our own.</param>
    /// <param name="ct">Stops before it is written down.</param>
    public async Task<InvalidInput> TurnAwayAsync(string? personId, string why, string reason, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await db.RecordAsync(new Change("access.refused", reason), "person", personId ?? "", Marking.DepartmentalConfidential, ct);
        return new InvalidInput("", why);
    }

    /// <summary>Where people sign in at their organisation, the other ways may be left to a few administrators for emergencies.</summary>
    private async Task NeedMayAsync(string personId, SignInMethod method, CancellationToken ct)
    {
        if (method == SignInMethod.OpenId || settings.OpenId is not { } openId)
        {
            return;
        }

        var isAdministrator = await AdministratorLeft.On(db, clock.Today()).AnyAsync(a => a.Person.Id == personId, ct);
        if (!openId.MaySignInLocally(await db.GetAsync<Person>(personId, ct), isAdministrator))
        {
            throw await TurnAwayAsync(personId, "access.open-id.error.local-off", "local accounts are off", ct);
        }
    }
}
