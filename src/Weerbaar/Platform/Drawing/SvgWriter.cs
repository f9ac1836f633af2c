using System.Globalization;
using System.Text;

namespace Weerbaar.Platform.Drawing;

/// <summary>
/// Writes one drawing. Every text is encoded, every number has at most two decimals and a point,
/// every id begins with the drawing's own id, and a link goes only where a page of ours may link to.
/// </summary>
public sealed class SvgWriter(DrawingOptions options)
{
    private readonly StringBuilder body = new();
    private readonly Stack<string> open = new();
    private bool hasLinks;

    public DrawingOptions Options { get; } = options;

    /// <summary>A number as SVG wants it. Not-a-number and infinity are mistakes of the caller.</summary>
    public static string N(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A coordinate must be a finite number.");
        }

        return (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);
    }

    public string Id(string name) => $"{Options.Id}-{name}";

    public void Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        body.Append('>');
        open.Push($"</{element}>");
    }

    public void Close() => body.Append(open.Pop());

    public void Empty(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Start(element, attributes);
        body.Append("/>");
    }

    /// <summary>
    /// A group one can go to: a link with an accessible name in a page, a plain group in a file
    /// or when the address is none of ours. The name belongs to the picture in the link: what is drawn
    /// there may be cut off or stand apart, and is not read besides.
    /// </summary>
    public void OpenLink(string? href, string name, string @class)
    {
        if (Options.IsFile || !IsSafe(href))
        {
            Open("g", ("class", @class));
            return;
        }

        hasLinks = true;
        Start("a", [("class", @class), ("href", href)]);
        body.Append('>');
        Start("g", [("role", "img"), ("aria-label", name)]);
        body.Append('>');
        open.Push("</g></a>");
    }

    public void Text(double x, double y, string text, string @class, string? anchor = null, string? transform = null)
    {
        Start("text", [("x", N(x)), ("y", N(y)), ("class", @class), ("text-anchor", anchor), ("transform", transform)]);
        body.Append('>').Append(Encode(text)).Append("</text>");
    }

    /// <summary>Lines of text under each other, the first with its base line at <paramref name="y"/>.</summary>
    public void Lines(double x, double y, IReadOnlyList<string> lines, double leading, string @class, string? anchor = null)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            Text(x, y + i * leading, lines[i], @class, anchor);
        }
    }

    public void Line(double x1, double y1, double x2, double y2, string @class) =>
        Empty("line", ("x1", N(x1)), ("y1", N(y1)), ("x2", N(x2)), ("y2", N(y2)), ("class", @class));

    public void Rect(double x, double y, double width, double height, string @class, double radius = 0) =>
        Empty("rect", ("x", N(x)), ("y", N(y)), ("width", N(width)), ("height", N(height)),
            ("rx", radius > 0 ? N(radius) : null), ("class", @class));

    public void Circle(double x, double y, double radius, string @class) =>
        Empty("circle", ("cx", N(x)), ("cy", N(y)), ("r", N(radius)), ("class", @class));

    public void Path(string path, string @class) => Empty("path", ("d", path), ("class", @class));

    /// <summary>The whole drawing, with its title and description for who cannot see it.</summary>
    public string Finish(string kind, double width, double height, string title, string description)
    {
        var layout = Options.IsNarrow ? "narrow" : "wide";
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {N(width)} {N(height)}\"");
        svg.Append(CultureInfo.InvariantCulture, $" class=\"drawing drawing-{layout} drawing-{kind}\" id=\"{Options.Id}\" role=\"{(hasLinks ? "group" : "img")}\"");
        if (Options.IsFile)
        {
            svg.Append(CultureInfo.InvariantCulture, $" width=\"{N(width)}\" height=\"{N(height)}\"");
        }

        svg.Append(CultureInfo.InvariantCulture, $" aria-labelledby=\"{Id("title")}\"");
        svg.Append(description.Length > 0 ? $" aria-describedby=\"{Id("desc")}\">" : ">");
        svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{Id("title")}\">{Encode(title)}</title>");
        svg.Append(description.Length > 0 ? $"<desc id=\"{Id("desc")}\">{Encode(description)}</desc>" : "");
        svg.Append(Options.IsFile ? $"<style>{StyleSheet.ForFile}</style><rect width=\"100%\" height=\"100%\" class=\"d-paper\"/>" : "");
        return svg.Append(body).Append("</svg>").ToString();
    }

    /// <summary>Text as XML may hold it: marks encoded, characters XML forbids replaced.</summary>
    public static string Encode(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                safe.Append(c).Append(text[++i]);
                continue;
            }

            safe.Append(Encode(c));
        }

        return safe.ToString();
    }

    private static string Encode(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\t' or '\n' or '\r' => " ",
        < ' ' or '\uFFFE' or '\uFFFF' => "\uFFFD",
        _ when char.IsSurrogate(c) => "\uFFFD",
        _ => c.ToString(),
    };

    private static bool IsSafe(string? href) => href is { Length: > 0 } &&
        (href[0] is '#' or '?'
            || (href[0] == '/' && !href.StartsWith("//", StringComparison.Ordinal) && !href.StartsWith("/\\", StringComparison.Ordinal))
            || href.StartsWith("https://", StringComparison.Ordinal));

    private void Start(string element, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        body.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                body.Append(' ').Append(name).Append("=\"").Append(Encode(value)).Append('"');
            }
        }
    }
}
