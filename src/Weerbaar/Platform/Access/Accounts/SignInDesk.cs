using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Where every way of signing in ends: a session, or a refusal that never says whether the person exists.</summary>
public sealed class SignInDesk(WeerbaarDb db, CurrentActor current, Ids ids, TimeProvider clock)
{
    /// <summary>From here on the request may check who somebody is, and nothing else.</summary>
    public void Open() => current.Actor = Actor.SignInDesk;

    public async Task<Session> WelcomeAsync(string personId, SignInMethod method, string device, CancellationToken ct)
    {
        var session = new Session(ids.Next(), personId, method, device, clock.GetUtcNow());
        db.Add(session);
        await db.SaveAsync(new Change("access.sign-in", method.ToString()), ct);
        return session;
    }

    /// <summary>Writes the attempt down and refuses. What was typed is not written: it may be somebody's password.</summary>
    public async Task<InvalidInput> RefuseAsync(string? personId, string why, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var password = await db.Set<Password>().FirstOrDefaultAsync(p => p.Id == personId, ct);
        password?.Failed(clock.GetUtcNow());
        try
        {
            await (db.ChangeTracker.HasChanges()
                ? db.SaveAsync(new Change("access.refused"), ct)
                : db.RecordAsync(new Change("access.refused"), "person", personId ?? "", Marking.DepartmentalConfidential, ct));
            return new InvalidInput("", why);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another step, or another process, counted at the same moment; this attempt counts too.
            return await RefuseAsync(personId, why, ct);
        }
    }
}
