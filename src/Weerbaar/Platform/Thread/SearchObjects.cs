using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>Objects whose title has the words looked for, in either language.</summary>
public static class SearchObjects
{
    private const int mostHits = 20;

    public sealed record Hit(string Id, string Kind, Text Title, string Href);

    public static async Task<Listing<Hit>> HandleAsync(string q, WeerbaarDb db, ObjectKinds kinds, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return new Listing<Hit> { Items = [], Total = 0 };
        }

        var matches = db.Objects.AsNoTracking().TitleHas(q);
        var found = await matches.OrderBy(o => o.Kind).ThenBy(o => o.Id).Take(mostHits).ToListAsync(ct);
        return new Listing<Hit>
        {
            Items = [.. found.Select(o => new Hit(o.Id, o.Kind, o.Title, kinds[o.Kind].Href(o.Id)))],
            Total = await matches.CountAsync(ct),
        };
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/search", HandleAsync).Needs(Permission.Read).WithName("search").WithSummary("Find objects by their title");
}
