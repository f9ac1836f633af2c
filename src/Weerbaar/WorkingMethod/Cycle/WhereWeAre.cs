using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.WorkingMethod.Assessment;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>The round the work is at: the open one, or the one established last.</summary>
internal static class WhereWeAre
{
    public static async Task<Round?> RoundAsync(WeerbaarDb db, CancellationToken ct) =>
        await db.Set<Round>().AsNoTracking()
            .OrderBy(r => r.Status == RoundStatus.Established).ThenByDescending(r => r.EstablishedOn).ThenByDescending(r => r.Id)
            .FirstOrDefaultAsync(ct);

    /// <summary>What the bar above every page says of it; nothing for who has not signed in.</summary>
    public static async Task<FrameStatus> ReadAsync(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated != true)
        {
            return new FrameStatus();
        }

        var services = http.RequestServices;
        var db = services.GetRequiredService<WeerbaarDb>();
        var (round, _) = await db.Current.ApartAsync(() => RoundAsync(db, http.RequestAborted)); // the bar is on every page; whoever opens the round reads it
        var tasks = await services.GetRequiredService<HomeTasks>().AllAsync(http.RequestAborted);
        return new FrameStatus(round?.Title.Here, round is null ? null : $"/rounds/{round.Id}", tasks.Now.Count, "/#tasks");
    }
}
