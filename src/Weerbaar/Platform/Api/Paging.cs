using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Api;

/// <summary>Which page of a list is asked for: <c>page</c> from 1, <c>pageSize</c> at most 500 and 100 when it is left out.</summary>
public sealed record Paging(int Page, int Size)
{
    private const int usual = 100;
    private const int most = 500;
    private const int last = 1_000_000;

    public int Before => (Page - 1) * Size;

    /// <exception cref="InvalidInput">There can be no such page.</exception>
    public static Paging Of(int? page, int? pageSize)
    {
        new InputCheck()
            .Require(page is null or (>= 1 and <= last), "page", "api.error.page", last)
            .Require(pageSize is null or (>= 1 and <= most), "pageSize", "api.error.page-size", most)
            .ThrowIfAny();
        return new Paging(page ?? 1, pageSize ?? usual);
    }

    /// <summary>A page of what is all there.</summary>
    public Listing<T> Of<T>(IReadOnlyList<T> all, HttpContext http) => Of([.. all.Skip(Before).Take(Size)], all.Count, http);

    /// <summary>A page as it was read; the header <c>Link</c> says where the others are (RFC 8288).</summary>
    public Listing<T> Of<T>(IReadOnlyList<T> items, int total, HttpContext http)
    {
        var end = Math.Max(1, (total + Size - 1) / Size);
        (string Rel, int Page)[] others = [("first", 1), ("prev", Page - 1), ("next", Page + 1), ("last", end)];
        var links = others.Where(o => o.Page >= 1 && o.Page <= end && end > 1).Select(o => $"<{Address(http, o.Page)}>; rel=\"{o.Rel}\"").ToList();
        if (links.Count > 0)
        {
            http.Response.Headers.Link = string.Join(", ", links);
        }

        return new Listing<T> { Items = items, Total = total };
    }

    private string Address(HttpContext http, int page)
    {
        var query = new QueryBuilder(http.Request.Query.Where(p => p.Key is not ("page" or "pageSize")).SelectMany(p => p.Value.OfType<string>(), (p, value) => KeyValuePair.Create(p.Key, value)))
        {
            { "page", page.ToString(CultureInfo.InvariantCulture) },
            { "pageSize", Size.ToString(CultureInfo.InvariantCulture) },
        };
        return http.Request.Path + query.ToQueryString();
    }
}
