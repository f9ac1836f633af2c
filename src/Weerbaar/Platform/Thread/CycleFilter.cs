using System.Linq.Expressions;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>The filter of every list on the cycle that objects were loaded with: their ids begin with it. What people add here has none.</summary>
public static class CycleFilter
{
    private const string key = "cycle";
    private const string none = "none";

    /// <summary>What the filter is called in an address.</summary>
    public const string InAddress = $"f.{key}";

    public static DataTable<T> FilterCycle<T>(this DataTable<T> table, Texts texts, Func<T, string> id) =>
        table.Filter(key, texts["thread.cycle"], row => CycleOf(id(row)), cycle => CycleWords(cycle, texts));

    /// <summary>The same for rows that stay in the database.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="ids">Ids of objects of every cycle there is.</param>
    public static DatabaseRows<T> FilterCycle<T>(this DatabaseRows<T> rows, IEnumerable<string> ids) where T : Stored =>
        rows.Filter(key, [.. ids.Select(CycleOf).Append(none).Distinct()], Has<T>);

    /// <summary>Those of a cycle, or with the word <c>none</c> those added here; all where none is asked.</summary>
    public static IQueryable<T> OfCycle<T>(this IQueryable<T> rows, string? cycle) where T : Stored => string.IsNullOrEmpty(cycle) ? rows : rows.Where(Has<T>(cycle));

    /// <summary>The same of the index.</summary>
    public static IQueryable<IndexedObject> OfCycle(this IQueryable<IndexedObject> rows, string? cycle)
    {
        var (dot, beginning) = (".", $"{cycle}.");
        return string.IsNullOrEmpty(cycle) ? rows : cycle == none ? rows.Where(o => !o.Id.Contains(dot)) : rows.Where(o => o.Id.StartsWith(beginning));
    }

    /// <summary>The cycle an address is about: the one asked for, or that of an object on its way if it has a name; null when it is about none in particular.</summary>
    public static string? CycleOf(HttpRequest request) => request.Query[InAddress] is [{ Length: > 0 } asked, ..]
        ? asked
        : request.Path.ToString().Split('/').Select(CycleOf).FirstOrDefault(c => c != none && Texts.All.ContainsKey($"thread.cycle.{c}"));

    /// <summary>The cycle of an object, by its id.</summary>
    public static string CycleOf(string id) => id.IndexOf('.', StringComparison.Ordinal) is > 0 and var end ? id[..end] : none;

    private static Expression<Func<T, bool>> Has<T>(string cycle) where T : Stored
    {
        var (dot, beginning) = (".", $"{cycle}.");
        return cycle == none ? row => !row.Id.Contains(dot) : row => row.Id.StartsWith(beginning);
    }

    /// <summary>The cycles that come with the program have words of their own; of another the id has to do.</summary>
    public static string CycleWords(string cycle, Texts texts) =>
        Texts.All.ContainsKey($"thread.cycle.{cycle}") ? texts[$"thread.cycle.{cycle}"] : cycle;
}
