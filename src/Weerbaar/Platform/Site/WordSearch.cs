using System.Globalization;
using System.Text;

namespace Weerbaar.Platform.Site;

/// <summary>Looks for words in a text as a reader would: whatever the case, with or without accents.</summary>
public static class WordSearch
{
    public static IReadOnlyList<string> Words(string? typed) => (typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static bool Holds(this string text, string word) => CultureInfo.CurrentCulture.CompareInfo
        .IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;

    /// <summary>Without case and accents, as the database keeps and compares what is searched.</summary>
    public static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();

    /// <summary>The words of a text in both languages, so folded.</summary>
    public static string Folded(string dutch, string english) => Folded($"{dutch}\n{english}");
}
