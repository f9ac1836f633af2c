using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Site.Tables;

/// <summary>Rows that the database searches, filters, sorts and pages, for a list that may be long.</summary>
public sealed class DatabaseRows<T>(IQueryable<T> rows)
{
    private readonly Dictionary<string, Func<IQueryable<T>, bool, IOrderedQueryable<T>>> orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (IReadOnlyList<string> Values, Func<string, Expression<Func<T, bool>>> Has)> filters = new(StringComparer.Ordinal);
    private Func<string, Expression<Func<T, bool>>>? holds;

    /// <summary>What a row must hold for a word that is looked for.</summary>
    public DatabaseRows<T> Search(Func<string, Expression<Func<T, bool>>> word)
    {
        holds = word;
        return this;
    }

    /// <summary>How the rows are sorted by the column with this key.</summary>
    public DatabaseRows<T> Order<TKey>(string key, Expression<Func<T, TKey>> by)
    {
        orders[key] = (found, descending) => descending ? found.OrderByDescending(by) : found.OrderBy(by);
        return this;
    }

    /// <summary>The values of the filter with this key, and which rows have one.</summary>
    public DatabaseRows<T> Filter(string key, IReadOnlyList<string> values, Func<string, Expression<Func<T, bool>>> has)
    {
        filters[key] = (values, has);
        return this;
    }

    internal async Task<FoundRows<T>> FindAsync(TableQuery query, (string Key, bool Descending) sort, int? pageSize, CancellationToken ct)
    {
        var found = rows;
        foreach (var (key, (values, has)) in filters.Where(f => query.Filter(f.Key).Length > 0))
        {
            var wanted = query.Filter(key);
            found = values.Contains(wanted) ? found.Where(has(wanted)) : found.Where(_ => false);
        }

        found = WordSearch.Words(query.Search).Aggregate(found, (some, word) => some.Where(holds!(word)));
        var sorted = orders.TryGetValue(sort.Key, out var order) ? order(found, sort.Descending).ThenBy(r => EF.Property<string>(r!, nameof(Stored.Id))) : found.OrderBy(r => EF.Property<string>(r!, nameof(Stored.Id)));
        var total = await rows.CountAsync(ct);
        var count = ReferenceEquals(found, rows) ? total : await found.CountAsync(ct);
        var page = pageSize is { } size ? Math.Min(query.Page, Math.Max(1, (count + size - 1) / size)) : 1;
        var shown = pageSize is { } most ? sorted.Skip((page - 1) * most).Take(most) : sorted;
        return new(await shown.ToListAsync(ct), total, count, page, key => filters[key].Values);
    }
}

/// <summary>The rows of one page, how many there are, and the values to choose from for each filter.</summary>
internal sealed record FoundRows<T>(IReadOnlyList<T> Shown, int Total, int Found, int Page, Func<string, IEnumerable<string>> Values)
{
    /// <summary>Rows that were read and do not fit what was asked.</summary>
    public IReadOnlyList<T> LeftOut { get; init; } = [];
}
