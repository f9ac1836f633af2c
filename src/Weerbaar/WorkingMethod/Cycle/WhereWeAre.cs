using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;
using Weerbaar.WorkingMethod.Assessment;

namespace Weerbaar.WorkingMethod.Cycle;

/// <summary>The cycle of a page, and the round the work is at there: the open one, or the one established last.</summary>
internal static class WhereWeAre
{
    /// <param name="db">What the reader may see.</param>
    /// <param name="cycle">Only a round of this cycle; null for any.</param>
    /// <param name="ids">Rounds that come before all others.</param>
    /// <param name="ct">Stops the reading.</param>
    public static Task<Round?> RoundAsync(WeerbaarDb db, string? cycle, IReadOnlyList<string> ids, CancellationToken ct) =>
        db.Set<Round>().AsNoTracking().OfCycle(cycle)
            .OrderByDescending(r => ids.Contains(r.Id)).ThenBy(r => r.Status == RoundStatus.Established)
            .ThenByDescending(r => r.EstablishedOn).ThenByDescending(r => r.Id)
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
        var asked = CycleFilter.CycleOf(http.Request);
        var onTheWay = http.Request.Path.ToString().Split('/');
        var (round, _) = await db.Current.ApartAsync(() => RoundAsync(db, asked, onTheWay, http.RequestAborted)); // the bar is on every page; whoever opens the round reads it
        var tasks = await services.GetRequiredService<HomeTasks>().AllAsync(http.RequestAborted);
        var (words, href) = CycleWords(asked ?? (round is null ? null : CycleFilter.CycleOf(round.Id)), services.GetRequiredService<Texts>());
        return new FrameStatus(round?.Title.Here, round is null ? null : $"/rounds/{round.Id}", tasks.Now.Count, "/#tasks") { Cycle = words, CycleHref = href };
    }

    /// <summary>A cycle by name, and where it is chosen; nothing of one without a name.</summary>
    private static (string? Words, string? Href) CycleWords(string? cycle, Texts texts) => cycle is not null && Texts.All.ContainsKey($"thread.cycle.{cycle}")
        ? (CycleFilter.CycleWords(cycle, texts), PageLinks.Href("/", (CycleFilter.InAddress, cycle)))
        : (null, null);
}
