using System.Globalization;

namespace Weerbaar.Platform.Site;

/// <summary>Looks for words in a text as a reader would: whatever the case, with or without accents.</summary>
public static class WordSearch
{
    public static IReadOnlyList<string> Words(string? typed) => (typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static bool Holds(this string text, string word) => CultureInfo.CurrentCulture.CompareInfo
        .IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
