using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>By what somebody can sign in by themselves.</summary>
/// <param name="HasOpenId">At the issuer that is asked now: a link to one of before lets nobody in.</param>
public sealed record WaysIn(bool HasPassword, int Passkeys, bool HasOpenId)
{
    public bool Any => HasPassword || Passkeys > 0 || HasOpenId;

    /// <summary>None for nobody, as in a database of the past, which has no accounts.</summary>
    public static async Task<WaysIn> OfAsync(WeerbaarDb db, string personId, OpenIdSettings? openId, CancellationToken ct)
    {
        var issuer = openId?.Issuer;
        return await db.Set<Person>().Where(p => p.Id == personId)
            .Select(p => new WaysIn(
                db.Set<Password>().Any(w => w.Id == p.Id),
                db.Set<Passkey>().Count(k => k.PersonId == p.Id),
                db.Set<OpenIdSubject>().Any(s => s.PersonId == p.Id && s.Issuer == issuer)))
            .SingleOrDefaultAsync(ct) ?? new(false, 0, false);
    }

    /// <summary>Takes away those of one's own, to be saved by the caller.</summary>
    public static async Task RemoveOwnAsync(WeerbaarDb db, string personId, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<Password>().Where(p => p.Id == personId).ToListAsync(ct));
        db.RemoveRange(await db.Set<Passkey>().Where(p => p.PersonId == personId).ToListAsync(ct));
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.PersonId == personId).ToListAsync(ct));
    }
}
