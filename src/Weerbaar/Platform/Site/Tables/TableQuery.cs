using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Weerbaar.Platform.Site.Tables;

/// <summary>The reader's wishes for one table, in the address: <c>q</c>, <c>sort</c>, <c>p</c>, <c>show</c> and the filters.</summary>
internal sealed class TableQuery(HttpRequest request, string prefix)
{
    public const string Csv = "csv";
    private const string format = "format";

    public string Search => Value("q");

    public int Page => int.TryParse(Value("p"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(page, 1) : 1;

    public bool WantsCsv => Value(format) == Csv;

    /// <summary>Whether one of the tables of a page is asked for as a file.</summary>
    public static bool AsksFile(HttpRequest request) => request.Query.Any(q => q.Key.EndsWith(format, StringComparison.OrdinalIgnoreCase) && q.Value == Csv);

    public (string Key, bool Descending) Sort
    {
        get
        {
            var sort = Value("sort");
            return sort.StartsWith('-') ? (sort[1..], true) : (sort, false);
        }
    }

    public IReadOnlySet<string> Shown =>
        request.Query[prefix + "show"].OfType<string>().Where(v => v.Length > 0).ToHashSet(StringComparer.Ordinal);

    public string Filter(string key) => Value("f." + key);

    public string Name(string key) => prefix + key;

    public string FilterName(string key) => prefix + "f." + key;

    /// <summary>This address with one wish changed (null takes it away); turning to another order starts at page one again.</summary>
    public string With(string key, string? value) => Address(
        Pairs().Where(p => p.Key != prefix + key && p.Key != prefix + format && (key is "p" or "format" || p.Key != prefix + "p")),
        value is null ? null : new(prefix + key, value));

    /// <summary>This address without any wish for this table.</summary>
    public string Cleared => Address(Pairs().Where(p => !IsMine(p.Key)), null);

    /// <summary>What the filter form must carry along: the order, and everything that isn't of this table.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Kept =>
        [.. Pairs().Where(p => !IsMine(p.Key) || p.Key == prefix + "sort")];

    private bool IsMine(string key) => key.StartsWith(prefix, StringComparison.Ordinal)
        && (key[prefix.Length..] is "q" or "sort" or "p" or "show" or "format" || key[prefix.Length..].StartsWith("f.", StringComparison.Ordinal));

    private string Value(string key) => request.Query[prefix + key].ToString().Trim();

    private IEnumerable<KeyValuePair<string, string>> Pairs() =>
        request.Query.SelectMany(pair => pair.Value.OfType<string>(), (pair, value) => new KeyValuePair<string, string>(pair.Key, value));

    private string Address(IEnumerable<KeyValuePair<string, string>> pairs, KeyValuePair<string, string>? added)
    {
        var query = new QueryBuilder(added is { } extra ? pairs.Append(extra) : pairs);
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
