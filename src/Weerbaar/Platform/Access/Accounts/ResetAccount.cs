using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>
/// For who lost their devices: takes away every way of signing in, ends every session, and makes a link to begin anew with.
/// </summary>
public sealed class ResetAccount(WeerbaarDb db, Invite invite, TimeProvider clock)
{
    /// <summary>Answers with the token of the new link.</summary>
    public async Task<string> HandleAsync(string personId, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        var person = await db.GetAsync<Person>(personId, ct);
        person.ForgetPassword();
        db.RemoveRange(await db.Set<Passkey>().Where(p => p.PersonId == personId).ToListAsync(ct));
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.PersonId == personId).ToListAsync(ct));
        var open = await db.Set<Session>().Where(s => s.PersonId == personId && s.EndedAt == null).ToListAsync(ct);
        open.ForEach(s => s.End(clock.GetUtcNow()));
        return await invite.ForAsync(person, new Change("access.reset", person.Id), ct);
    }
}
