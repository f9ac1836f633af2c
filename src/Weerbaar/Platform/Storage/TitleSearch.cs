namespace Weerbaar.Platform.Storage;

/// <summary>Looks for words in titles, in both languages, whatever the case; the database does the work.</summary>
public static class TitleSearch
{
    public static IQueryable<T> TitleHas<T>(this IQueryable<T> objects, string? q) where T : MarkedObject
    {
        var words = Words(q);
        return words.Length == 0 ? objects : objects.Where(o => o.Title.Nl.ToLower().Contains(words) || o.Title.En.ToLower().Contains(words));
    }

    public static IQueryable<IndexedObject> TitleHas(this IQueryable<IndexedObject> objects, string? q)
    {
        var words = Words(q);
        return words.Length == 0 ? objects : objects.Where(o => o.Title.Nl.ToLower().Contains(words) || o.Title.En.ToLower().Contains(words));
    }

    private static string Words(string? q) => q?.Trim().ToLowerInvariant() ?? "";
}
