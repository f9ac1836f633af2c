using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Reminds who came by a link to choose how to come back.</summary>
internal static class AccountTasks
{
    public static async Task<IReadOnlyList<HomeTask>> FindAsync(WeerbaarDb db, DateOnly today, CancellationToken ct)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == db.Actor.Id, ct);
        var canComeBack = person is null or { HasPassword: true } || await db.Set<Passkey>().AnyAsync(p => p.PersonId == person.Id, ct);
        return canComeBack ? [] : [new HomeTask(new Text("Mijn account", "My account"), "/account", null, "access.task.come-back")];
    }
}
