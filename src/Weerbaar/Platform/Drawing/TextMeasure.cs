using System.Globalization;

namespace Weerbaar.Platform.Drawing;

/// <summary>
/// How wide a text is about to be. The font of the reader is not known here, so widths are those of a
/// common sans-serif with a margin: a text may come out narrower, hardly ever wider.
/// </summary>
public static class TextMeasure
{
    private const double Margin = 1.08;

    public static double Width(string text, double size, bool bold = false)
    {
        var sum = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += Em(rune.Value);
        }

        return sum * size * Margin * (bold ? 1.07 : 1);
    }

    /// <summary>The text over at most <paramref name="most"/> lines; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int most, bool bold = false)
    {
        var lines = new List<string>();
        var line = "";
        var words = new Queue<string>(text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.TryDequeue(out var word))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length == 0 || Width(longer, size, bold) <= width)
            {
                line = longer;
                continue;
            }

            if (lines.Count == most - 1)
            {
                line = string.Join(' ', [longer, .. words]);
                break;
            }

            lines.Add(line);
            line = word;
        }

        return [.. lines.Append(line).Select(l => Shorten(l, width, size, bold))];
    }

    /// <summary>The text if it fits, else as much as fits and an ellipsis.</summary>
    public static string Shorten(string text, double width, double size, bool bold = false)
    {
        if (Width(text, size, bold) <= width)
        {
            return text;
        }

        var elements = StringInfo.ParseCombiningCharacters(text);
        var count = elements.Length;
        while (count > 1 && Width(text[..elements[count - 1]] + "…", size, bold) > width)
        {
            count--;
        }

        return text[..elements[Math.Max(count - 1, 0)]].TrimEnd() + "…";
    }

    private static double Em(int rune) => rune switch
    {
        'i' or 'j' or 'l' or '\'' or '|' => 0.23,
        'f' or 't' or 'I' or ' ' or '.' or ',' or ':' or ';' or '!' or '/' or '\u00A0' => 0.29,
        'r' or '(' or ')' or '-' or '·' or '"' => 0.34,
        'm' or 'M' or 'W' or '%' or '@' => 0.87,
        'w' or '…' or '—' => 0.78,
        >= 'A' and <= 'Z' => 0.69,
        'c' or 'k' or 's' or 'v' or 'x' or 'y' or 'z' or 'J' => 0.51,
        < 0x250 => 0.56,
        _ => 1.0,
    };
}
