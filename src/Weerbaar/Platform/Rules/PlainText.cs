using System.Globalization;
using System.Text;

namespace Weerbaar.Platform.Rules;

/// <summary>
/// Text as people write it: no control characters but tab and line end, no broken characters, and none that hide or turn
/// round what is read. PostgreSQL keeps no NUL, a file of the web no half of a surrogate pair, a terminal does as control
/// characters tell it, and two titles that look the same must be the same (Unicode Technical Standard 39, §3.1).
/// </summary>
public static class PlainText
{
    public static bool Is(string text) => FirstWrong(text) is null;

    /// <summary>The first character that is not plain, as <c>U+001B</c>; null when all are.</summary>
    public static string? FirstWrong(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (IsWrong(text, at))
            {
                return NameOf(text[at]);
            }
        }

        return null;
    }

    /// <summary>The text with every character that is not plain written out as <c>U+001B</c>, so that it can be shown anywhere.</summary>
    public static string Shown(string text)
    {
        if (Is(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var word = rune.ToString();
            shown.Append(rune.Value != '\r' && Is(word) ? word : NameOf(word[0]));
        }

        return shown.ToString();
    }

    private static bool IsWrong(string text, int at) => text[at] switch
    {
        '\t' or '\n' => false,
        '\r' => at + 1 == text.Length || text[at + 1] != '\n',
        '\uFFFE' or '\uFFFF' => true,
        '\u200B' or '\uFEFF' or (>= '\u2060' and <= '\u2064') => true,
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        var other => char.IsControl(other) || char.IsSurrogate(other),
    };

    private static string NameOf(char character) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)character:X4}");
}
