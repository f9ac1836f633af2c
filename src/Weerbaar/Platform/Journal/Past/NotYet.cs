using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// That a page was asked as it was at a moment when what it is about did not exist yet. It is told to who may see that now;
/// to anybody else it is what is not there.
/// </summary>
/// <param name="Then">The moment that was asked for, in words.</param>
/// <param name="Since">The first day it was there.</param>
/// <param name="Address">The page as it is now.</param>
public sealed record NotYet(string Then, DateOnly Since, string Address)
{
    /// <summary>The page on the first day.</summary>
    public string FirstAddress => $"{Address}?{PastRequests.Parameter}={Since:yyyy-MM-dd}";

    /// <param name="http">The request that found nothing.</param>
    /// <param name="past">Where it looked.</param>
    /// <param name="now">The services of now, for the same reader.</param>
    internal static async Task<NotYet?> OfAsync(HttpContext http, Past past, IServiceProvider now)
    {
        var asked = http.Request.RouteValues.Values.OfType<string>().ToList();
        var ids = await now.GetRequiredService<WeerbaarDb>().Objects.Where(o => asked.Contains(o.Id)).Select(o => o.Id).ToListAsync(http.RequestAborted);
        var begun = ids.Count == 0 ? null : await now.GetRequiredService<Pasts>().BegunAsync(ids, http.RequestAborted);
        return begun > past.At ? new(past.Words, begun.Value.Day(), http.Request.Path.ToUriComponent()) : null;
    }
}
