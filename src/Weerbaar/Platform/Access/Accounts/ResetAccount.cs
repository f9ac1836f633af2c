using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>
/// For who lost their devices: takes away every way of signing in, ends every session, and makes a link to begin anew with.
/// </summary>
public sealed class ResetAccount(WeerbaarDb db, Invite invite, Sessions sessions)
{
    /// <summary>Answers with the token of the new link.</summary>
    public async Task<string> HandleAsync(string personId, CancellationToken ct)
    {
        var person = await invite.ForWhomAsync(personId, ct);
        await WaysIn.RemoveOwnAsync(db, personId, ct);
        db.RemoveRange(await db.Set<OpenIdSubject>().Where(s => s.PersonId == personId).ToListAsync(ct));
        await sessions.EndOpenAsync(personId, _ => true, ct);
        return await invite.ForAsync(person, new Change("access.reset", person.Id), ct);
    }
}
