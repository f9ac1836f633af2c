using Weerbaar.Platform.Access.OpenId;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Reminds who came by a link to choose how to come back, and tells who has no role why there is nothing to see.</summary>
internal static class AccountTasks
{
    public static FindHomeTasks With(ServerSettings settings) => (db, _, ct) => FindAsync(db, settings.OpenId, ct);

    private static async Task<IReadOnlyList<HomeTask>> FindAsync(WeerbaarDb db, OpenIdSettings? openId, CancellationToken ct)
    {
        HomeTask[] noRole = db.Actor.Grants.Count > 0 ? [] : [new HomeTask(new Text("Geen rol", "No role"), "/account", null, "access.task.no-role") { First = true }];
        return (await WaysIn.OfAsync(db, db.Actor.Id, openId, ct)).Any ? noRole : [.. noRole, new HomeTask(new Text("Mijn account", "My account"), "/account", null, "access.task.come-back") { First = true }];
    }
}
