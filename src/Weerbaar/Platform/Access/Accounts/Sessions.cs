using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>The devices on which somebody is signed in, and signing them out.</summary>
public sealed class Sessions(WeerbaarDb db, TimeProvider clock)
{
    /// <summary>The open sessions of a person, the newest first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(string personId, CancellationToken ct)
    {
        var oldest = clock.GetUtcNow() - Session.LongestLife;
        return await db.Set<Session>().AsNoTracking()
            .Where(s => s.PersonId == personId && s.EndedAt == null && s.StartedAt > oldest)
            .OrderByDescending(s => s.StartedAt).ToListAsync(ct);
    }

    public async Task EndAsync(string personId, Func<Session, bool> which, CancellationToken ct, string verb = "access.end-session")
    {
        await EndOpenAsync(personId, which, ct);
        await db.SaveAsync(new Change(verb), ct);
    }

    /// <summary>Ends those open sessions of a person that are named by <paramref name="which"/>, to be saved by the caller.</summary>
    internal async Task EndOpenAsync(string personId, Func<Session, bool> which, CancellationToken ct)
    {
        var open = await db.Set<Session>().Where(s => s.PersonId == personId && s.EndedAt == null).ToListAsync(ct);
        open.Where(which).ToList().ForEach(s => s.End(clock.GetUtcNow()));
    }
}
