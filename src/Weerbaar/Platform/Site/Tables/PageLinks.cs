using System.Globalization;

namespace Weerbaar.Platform.Site.Tables;

/// <summary>Links to pages: the first, the last and those around the current one.</summary>
internal static class PageLinks
{
    /// <summary>An address with what is asked for, as far as something is.</summary>
    public static string Href(string path, params (string Name, string Value)[] asked) =>
        path + QueryString.Create(asked.Where(a => a.Value.Length > 0).Select(a => KeyValuePair.Create(a.Name, (string?)a.Value)));

    public static IReadOnlyList<PageLink> For(int current, int last, Func<int, string> href) => last <= 1
        ? []
        : [.. Enumerable.Range(1, last)
            .Where(page => page == 1 || page == last || Math.Abs(page - current) <= 2)
            .Select(page => new PageLink(page.ToString(CultureInfo.CurrentCulture), href(page), page == current))];
}
