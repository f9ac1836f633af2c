using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Reminds who came by a link to choose how to come back.</summary>
internal static class AccountTasks
{
    public static async Task<IReadOnlyList<HomeTask>> FindAsync(WeerbaarDb db, DateOnly today, CancellationToken ct)
    {
        var me = db.Actor.Id;
        var canComeBack = await db.Set<OpenIdSubject>().AnyAsync(s => s.PersonId == me, ct)
            || await db.Set<Password>().AnyAsync(p => p.Id == me, ct) || await db.Set<Passkey>().AnyAsync(p => p.PersonId == me, ct);
        return canComeBack ? [] : [new HomeTask(new Text("Mijn account", "My account"), "/account", null, "access.task.come-back") { First = true }];
    }
}
