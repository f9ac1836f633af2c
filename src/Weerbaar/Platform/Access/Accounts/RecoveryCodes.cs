using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Makes the ten recovery codes of a person anew; the old ones no longer work.</summary>
public sealed class RecoveryCodes(WeerbaarDb db, CurrentActor current, TimeProvider clock)
{
    public async Task<IReadOnlyList<string>> HandleAsync(CancellationToken ct)
    {
        current.NeedFreshSession(clock.GetUtcNow());
        if (!await db.Set<Password>().AnyAsync(p => p.Id == db.Actor.Id, ct))
        {
            throw new BrokenRule("access.rule.no-password");
        }

        var codes = await ReplaceAsync(db.Actor.Id, ct);
        await db.SaveAsync(new Change("access.renew-recovery-codes"), ct);
        return codes;
    }

    public Task<int> CountAsync(string personId, CancellationToken ct) =>
        db.Set<RecoveryCode>().CountAsync(c => c.PersonId == personId, ct);

    /// <summary>Puts new codes in the place of the old, to be saved by the caller.</summary>
    internal async Task<IReadOnlyList<string>> ReplaceAsync(string personId, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.PersonId == personId).ToListAsync(ct));
        var codes = Enumerable.Range(0, RecoveryCode.CodesPerPerson).Select(_ => RecoveryCode.NewCode()).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode(code, personId)));
        return codes;
    }
}
