using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Jobs;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Removes sessions and sign-in links that ended a month ago: nobody needs them any more, and the journal still says that they were.</summary>
internal static class TidyAccounts
{
    private const int atOnce = 500;
    private static readonly TimeSpan kept = TimeSpan.FromDays(30);

    public static ScheduledJob Job { get; } = new("tidy-accounts", "0 15 4 * * ?", RunAsync);

    private static async Task<string> RunAsync(WeerbaarDb db, IServiceProvider services, CancellationToken ct)
    {
        var before = services.GetRequiredService<TimeProvider>().GetUtcNow() - kept;
        var tooOld = before - Session.LongestLife;
        var removed = 0;
        for (var some = -1; some != 0; removed += some)
        {
            var sessions = await db.Set<Session>().Where(s => s.StartedAt < tooOld || s.EndedAt < before).OrderBy(s => s.Id).Take(atOnce).ToListAsync(ct);
            var links = await db.Set<SignInLink>().Where(l => l.Expires < before).OrderBy(l => l.Id).Take(atOnce).ToListAsync(ct);
            db.RemoveRange(sessions);
            db.RemoveRange(links);
            some = sessions.Count + links.Count;
            await (some > 0 ? db.SaveAsync(new Change("access.tidy"), ct) : Task.CompletedTask);
        }

        return removed.ToString(CultureInfo.InvariantCulture);
    }
}
