using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Storage;

/// <summary>Looks for words in titles, in both languages, whatever the case and the accents; the database does the work, in the index of objects.</summary>
public static class TitleSearch
{
    public static IQueryable<T> TitleHas<T>(this IQueryable<T> objects, WeerbaarDb db, string? q) where T : MarkedObject
    {
        var words = Words(q);
        return words.Length == 0 ? objects : objects.Where(o => db.Objects.Any(i => i.Id == o.Id && i.Searched.Contains(words)));
    }

    public static IQueryable<IndexedObject> TitleHas(this IQueryable<IndexedObject> objects, string? q)
    {
        var words = Words(q);
        return words.Length == 0 ? objects : objects.Where(o => o.Searched.Contains(words));
    }

    private static string Words(string? q) => WordSearch.Folded(q?.Trim() ?? "");
}
