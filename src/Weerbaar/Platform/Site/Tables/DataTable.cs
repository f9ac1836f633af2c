using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Site.Tables;

/// <summary>
/// The one table of the site. Describe columns and filters, give it the rows the reader may see, and it searches, filters,
/// sorts, pages and exports by what stands in the address, so that back and a shared link show the same.
/// </summary>
public sealed class DataTable<T>(HttpRequest request, string name, string caption, string prefix = "")
{
    private const int PageSize = 50;
    private readonly TableQuery query = new(request, prefix);
    private readonly List<Described> columns = [];
    private readonly List<Filtered> filters = [];
    private EmptyView? empty;
    private string? order;

    private sealed record Described(
        string Key, string Header, string? Unit, ColumnKind Kind, Func<T, string> Words, Func<T, IHtmlContent> Html, Func<T, IComparable?>? Sort, Func<T, string> Csv);

    private sealed record Filtered(string Key, string Label, Func<T, IEnumerable<string?>> Values, Func<string, string> Words);

    /// <summary>The column that names the row, linked to its page. First, and always shown.</summary>
    public DataTable<T> Title(string key, string header, Func<T, string> words, Func<T, string>? href = null) =>
        Add(new(key, header, null, ColumnKind.Title, words, row => Linked(words(row), href?.Invoke(row)), row => words(row), words));

    /// <summary>Words; <paramref name="html"/> draws them otherwise on screen, <paramref name="sort"/> orders them otherwise.</summary>
    public DataTable<T> Column(string key, string header, Func<T, string?> words, Func<T, IHtmlContent>? html = null, Func<T, IComparable?>? sort = null) =>
        Add(new(key, header, null, ColumnKind.Text, row => words(row) ?? "", html ?? (row => Plain(words(row))), sort ?? (row => words(row)), row => words(row) ?? ""));

    public DataTable<T> Number(string key, string header, Func<T, double?> value, string format = "N0", string? unit = null) =>
        Add(new(key, header, unit, ColumnKind.Number,
            row => value(row)?.ToString(format, CultureInfo.CurrentCulture) ?? "",
            row => Plain(value(row)?.ToString(format, CultureInfo.CurrentCulture)),
            row => value(row),
            row => value(row)?.ToString("R", CultureInfo.InvariantCulture) ?? ""));

    /// <summary>A number that is written with more than its digits, such as a rank that is shared.</summary>
    public DataTable<T> Number(string key, string header, Func<T, int?> value, Func<T, string?> words) =>
        Add(new(key, header, null, ColumnKind.Number, row => words(row) ?? "", row => Plain(words(row)), row => value(row), row => words(row) ?? ""));

    public DataTable<T> Date(string key, string header, Func<T, DateOnly?> value) =>
        Add(new(key, header, null, ColumnKind.Date,
            row => value(row) is { } date ? Moments.Words(date) : "",
            row => value(row) is { } date ? Moments.Html(date) : Plain(null),
            row => value(row),
            row => value(row)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""));

    public DataTable<T> Moment(string key, string header, Func<T, DateTimeOffset?> value) =>
        Add(new(key, header, null, ColumnKind.Date,
            row => value(row) is { } moment ? Moments.Words(moment) : "",
            row => value(row) is { } moment ? Moments.Html(moment) : Plain(null),
            row => value(row),
            row => value(row)?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? ""));

    /// <summary>A choice above the table; the values are those the rows have.</summary>
    public DataTable<T> Filter(string key, string label, Func<T, string?> value, Func<string, string>? words = null) =>
        FilterAny(key, label, row => [value(row)], words);

    /// <summary>The same for rows that each have several values; a row is found by any of them.</summary>
    public DataTable<T> FilterAny(string key, string label, Func<T, IEnumerable<string?>> values, Func<string, string>? words = null)
    {
        filters.Add(new(key, label, values, words ?? (v => v)));
        return this;
    }

    public DataTable<T> Filter<TEnum>(string key, string label, Func<T, TEnum?> value) where TEnum : struct, Enum =>
        Filter(key, label, row => value(row)?.ToString(), v => new Texts().Of(Enum.Parse<TEnum>(v)));

    /// <summary>The order when the reader asks none: a column's key, with <c>-</c> before it for the other way round.</summary>
    public DataTable<T> OrderedBy(string sort)
    {
        order = sort;
        return this;
    }

    public DataTable<T> Empty(string heading, string text, string? action = null, string? href = null)
    {
        empty = new(heading, text, action, href);
        return this;
    }

    /// <summary>The page that holds the table, or the file when the reader asks for the export. Set the view first.</summary>
    public Task<IActionResult> Answer(PageModel page, IEnumerable<T> rows, Action<TableView> show) =>
        Task.FromResult(AnswerWith(page, InMemory(rows, query.WantsCsv ? null : PageSize), show));

    /// <summary>The same with rows that stay in the database but for the page that is shown.</summary>
    public async Task<IActionResult> Answer(PageModel page, DatabaseRows<T> rows, Action<TableView> show) =>
        AnswerWith(page, await rows.FindAsync(query, SortedBy(), query.WantsCsv ? null : PageSize, page.HttpContext.RequestAborted), show);

    /// <summary>The table without export handling, for a page that has several.</summary>
    public TableView Over(IEnumerable<T> rows) => View(InMemory(rows, PageSize));

    private IActionResult AnswerWith(PageModel page, FoundRows<T> found, Action<TableView> show)
    {
        var db = page.HttpContext.RequestServices.GetService<WeerbaarDb>();
        db?.Current.Seen.LeaveOut(db, found.LeftOut.OfType<MarkedObject>());
        if (!query.WantsCsv)
        {
            show(View(found));
            return page.Page();
        }

        db?.Leaves(ExportedFile.Table(name, name + ".csv", found.Found));
        var csv = TableCsv.Write(ShownColumns().Select(HeaderOf), found.Shown.Select(row => ShownColumns().Select(c => (c.Csv(row), c.Kind))));
        return new FileContentResult(csv, "text/csv; charset=utf-8") { FileDownloadName = name + ".csv" };
    }

    private FoundRows<T> InMemory(IEnumerable<T> rows, int? pageSize)
    {
        var all = rows as IReadOnlyList<T> ?? [.. rows];
        var found = Found(all);
        var page = pageSize is { } size ? Math.Min(query.Page, Math.Max(1, (found.Count + size - 1) / size)) : 1;
        IReadOnlyList<T> shown = pageSize is { } most ? [.. found.Skip((page - 1) * most).Take(most)] : found;
        return new(shown, all.Count, found.Count, page, key => all.SelectMany(filters.Find(f => f.Key == key)!.Values).OfType<string>()) { LeftOut = found.Count == all.Count || !typeof(T).IsAssignableTo(typeof(MarkedObject)) ? [] : [.. all.Except(found)] };
    }

    private DataTable<T> Add(Described column)
    {
        columns.Add(column);
        return this;
    }

    private List<T> Found(IReadOnlyList<T> all)
    {
        IEnumerable<T> rows = all;
        foreach (var filter in filters.Where(f => query.Filter(f.Key).Length > 0))
        {
            rows = rows.Where(row => filter.Values(row).Contains(query.Filter(filter.Key)));
        }

        foreach (var word in WordSearch.Words(query.Search))
        {
            rows = rows.Where(row => columns.Any(c => c.Words(row).Holds(word)));
        }

        return [.. Sorted(rows)];
    }

    private IEnumerable<T> Sorted(IEnumerable<T> rows)
    {
        var (key, descending) = SortedBy();
        if (columns.Find(c => c.Key == key)?.Sort is not { } sort)
        {
            return rows;
        }

        var order = Comparer<IComparable?>.Create(Compare);
        return descending
            ? rows.OrderBy(row => sort(row) is null).ThenByDescending(sort, order)
            : rows.OrderBy(row => sort(row) is null).ThenBy(sort, order);
    }

    private static int Compare(IComparable? one, IComparable? other) => one is string a && other is string b
        ? CultureInfo.CurrentCulture.CompareInfo.Compare(a, b, CompareOptions.IgnoreCase)
        : Comparer<IComparable?>.Default.Compare(one, other);

    private (string Key, bool Descending) SortedBy()
    {
        var asked = query.Sort;
        return asked.Key.Length > 0 || order is null ? asked : (order.TrimStart('-'), order.StartsWith('-'));
    }

    private IEnumerable<Described> ShownColumns() => columns.Where(IsShown);

    private bool IsShown(Described column) => query.Shown.Count == 0 || column.Kind == ColumnKind.Title || query.Shown.Contains(column.Key);

    private static string HeaderOf(Described column) => column.Unit is null ? column.Header : $"{column.Header} ({column.Unit})";

    private TableView View(FoundRows<T> found)
    {
        var last = Math.Max(1, (found.Found + PageSize - 1) / PageSize);
        var shown = ShownColumns().ToList();
        return new()
        {
            Name = name,
            Prefix = prefix,
            Caption = caption,
            Columns = [.. columns.Select(ViewOf)],
            Rows = [.. found.Shown.Select(row => shown.Select(c => c.Html(row)).ToList())],
            Filters = [.. filters.Select(f => ViewOf(f, found.Values(f.Key))).Where(f => f.Options.Count > 1)],
            Kept = query.Kept,
            Pages = PageLinks.For(found.Page, last, number => query.With("p", number == 1 ? null : number.ToString(CultureInfo.InvariantCulture))),
            Search = query.Search,
            CsvHref = query.With("format", TableQuery.Csv),
            ClearHref = query.Cleared,
            Total = found.Total,
            Found = found.Found,
            First = found.Found == 0 ? 0 : ((found.Page - 1) * PageSize) + 1,
            Narrowed = query.Search.Length > 0 || filters.Any(f => query.Filter(f.Key).Length > 0),
            Empty = empty,
        };
    }

    private ColumnView ViewOf(Described column)
    {
        var (key, descending) = SortedBy();
        var isSorted = key == column.Key;
        var href = column.Sort is null ? null : query.With("sort", isSorted && !descending ? "-" + column.Key : column.Key);
        return new(column.Key, column.Header, column.Unit, column.Kind, href, isSorted ? (descending ? "descending" : "ascending") : null, IsShown(column));
    }

    private FilterView ViewOf(Filtered filter, IEnumerable<string> values) => new(
        query.FilterName(filter.Key),
        filter.Label,
        [.. values.Where(v => v.Length > 0).Distinct()
            .Select(v => new SelectListItem(filter.Words(v), v, v == query.Filter(filter.Key)))
            .OrderBy(o => o.Text, StringComparer.CurrentCulture)]);

    private static IHtmlContent Plain(string? words) => new HtmlContentBuilder().Append(string.IsNullOrEmpty(words) ? "–" : words);

    private static IHtmlContent Linked(string words, string? href)
    {
        if (href is null)
        {
            return Plain(words);
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = href;
        link.InnerHtml.Append(words);
        return link;
    }
}
