using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Tables;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Thread;

/// <summary>The filter of every list on the cycle that objects were loaded with: their ids begin with it. What people add here has none.</summary>
public static class CycleFilter
{
    /// <summary>What it is called over the API.</summary>
    public const string OverApi = key;

    /// <summary>The cycle of what was added here.</summary>
    public const string None = "none";

    private const string key = "cycle";

    /// <summary>What the filter is called in an address.</summary>
    public const string InAddress = $"f.{key}";

    public static DataTable<T> FilterCycle<T>(this DataTable<T> table, Texts texts, Func<T, string> id) =>
        table.Filter(key, texts["thread.cycle"], row => CycleOf(id(row)), cycle => CycleWords(cycle, texts));

    /// <summary>The same for rows that stay in the database.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="ids">Ids of objects of every cycle there is.</param>
    public static DatabaseRows<T> FilterCycle<T>(this DatabaseRows<T> rows, IEnumerable<string> ids) where T : Stored =>
        rows.Filter(key, [.. ids.Select(CycleOf).Append(None).Distinct()], Has<T>);

    /// <summary>Those of a cycle, or with the word <c>none</c> those added here; all where none is asked.</summary>
    public static IQueryable<T> OfCycle<T>(this IQueryable<T> rows, string? cycle) where T : Stored => string.IsNullOrEmpty(cycle) ? rows : rows.Where(Has<T>(cycle));

    /// <summary>The same of the index.</summary>
    public static IQueryable<IndexedObject> OfCycle(this IQueryable<IndexedObject> rows, string? cycle)
    {
        var (dot, beginning) = (".", $"{cycle}.");
        return string.IsNullOrEmpty(cycle) ? rows : cycle == None ? rows.Where(o => !o.Id.Contains(dot)) : rows.Where(o => o.Id.StartsWith(beginning));
    }

    /// <summary>Every cycle that there are objects of, and that of what was added here.</summary>
    public static async Task<IReadOnlyList<string>> CyclesAsync(this IQueryable<IndexedObject> rows, CancellationToken ct)
    {
        var dot = ".";
        var loaded = await rows.Where(o => o.Id.Contains(dot)).Select(o => o.Id.Substring(0, o.Id.IndexOf(dot))).Distinct().ToListAsync(ct);
        return [.. loaded.Append(None).Order(StringComparer.Ordinal)];
    }

    /// <summary>The cycle an address is about: the one asked for, or that of an object on its way if it has a name; null when it is about none in particular.</summary>
    public static string? CycleOf(HttpRequest request) => request.Query[InAddress] is [{ Length: > 0 } asked, ..]
        ? asked
        : request.Path.ToString().Split('/').Select(CycleOf).FirstOrDefault(c => c != None && HasWords(c));

    /// <summary>The cycle of an object, by its id.</summary>
    public static string CycleOf(string id) => id.IndexOf('.', StringComparison.Ordinal) is > 0 and var end ? id[..end] : None;

    /// <summary>The program has words for it: it comes with the program, or is that of what was added here.</summary>
    public static bool HasWords(string cycle) => Texts.All.ContainsKey($"thread.cycle.{cycle}");

    private static Expression<Func<T, bool>> Has<T>(string cycle) where T : Stored
    {
        var (dot, beginning) = (".", $"{cycle}.");
        return cycle == None ? row => !row.Id.Contains(dot) : row => row.Id.StartsWith(beginning);
    }

    /// <summary>The cycles that come with the program have words of their own; of another the id has to do.</summary>
    public static string CycleWords(string cycle, Texts texts) =>
        HasWords(cycle) ? texts[$"thread.cycle.{cycle}"] : cycle;
}
