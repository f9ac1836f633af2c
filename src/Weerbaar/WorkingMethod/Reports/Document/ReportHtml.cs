using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Weerbaar.Platform.Site;

namespace Weerbaar.WorkingMethod.Reports.Document;

/// <summary>What stands around the report itself: elements of the head, and a bar that is not printed. Both are HTML.</summary>
public sealed record ReportFrame(string Head, string Bar = "");

/// <summary>Writes a report as one HTML document: the page that is read, and the page that is printed. Every word is encoded.</summary>
public sealed partial class ReportHtml
{
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();
    private readonly Texts words;
    private readonly string language;
    private int figures;
    private int tables;

    private ReportHtml(Texts words, string language) => (this.words, this.language) = (words, language);

    public static string Write(ReportDocument document, ReportFrame frame, Texts words)
    {
        var writer = new ReportHtml(words, document.Language);
        writer.Document(document, frame);
        return writer.html.ToString();
    }

    /// <summary>Words made safe for HTML, for who writes a frame.</summary>
    public static string Encode(string text) => encoder.Encode(text);

    private void Document(ReportDocument document, ReportFrame frame)
    {
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{document.Language}\" data-theme=\"light\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light\">\n");
        Element("title", $"{document.Title} – {document.Kind}");
        html.Append("<link rel=\"icon\" href=\"data:,\">\n").Append(frame.Head).Append("\n</head>\n<body>\n").Append(frame.Bar);
        html.Append("<main class=\"report\" id=\"report\">\n");
        Cover(document);
        Sections(document.Sections, s => s.BeforeContents);
        Contents(document);
        Sections(document.Sections, s => !s.BeforeContents);
        Sources(document.Sources);
        html.Append("</main>\n</body>\n</html>\n");
    }

    private void Cover(ReportDocument document)
    {
        html.Append("<header class=\"cover\">\n");
        Element("p", document.MarkingWords, "marking");
        Element("p", document.Kind, "kind");
        Element("h1", document.Title);
        Facts([.. document.Recipient is { } recipient ? [recipient] : Array.Empty<ReportFact>(), .. document.Cover], "cover-facts");
        foreach (var notice in document.Notices)
        {
            Notice(notice);
        }

        html.Append("</header>\n");
    }

    private void Contents(ReportDocument document)
    {
        html.Append("<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">").Append(Encode(words["reports.contents"])).Append("</h2>\n");
        ContentsOf(document.Sections, "");
        if (document.Sources.Count > 0)
        {
            html.Append("<ul><li><a href=\"#sources\">").Append(Encode(words["reports.sources"])).Append("</a></li></ul>\n");
        }

        html.Append("</nav>\n");
    }

    private void ContentsOf(IReadOnlyList<ReportSection> sections, string above)
    {
        if (sections.Count == 0)
        {
            return;
        }

        html.Append("<ul>\n");
        foreach (var (index, section) in sections.Index())
        {
            var number = NumberOf(above, index);
            html.Append("<li><a href=\"#").Append(Encode(section.Id)).Append('"').Append(LanguageOf(section.Language)).Append("><span class=\"number\">")
                .Append(number).Append("</span> ").Append(Encode(section.Title)).Append("</a>");
            ContentsOf(section.Sections, number);
            html.Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private void Sections(IReadOnlyList<ReportSection> sections, Func<ReportSection, bool> which, string above = "", int level = 2)
    {
        foreach (var (index, section) in sections.Index().Where(s => which(s.Item)))
        {
            Section(section, NumberOf(above, index), level);
        }
    }

    private void Section(ReportSection section, string number, int level)
    {
        var look = section.IsWide ? "wide" : section.BeginsPage ? "page" : section.BeforeContents ? "part summary" : "part";
        var id = Encode(section.Id);
        html.Append("<section class=\"").Append(look).Append(" level-").Append(level).Append("\" aria-labelledby=\"").Append(id).Append("\">\n<h")
            .Append(level).Append(" id=\"").Append(id).Append('"').Append(LanguageOf(section.Language)).Append("><span class=\"number\">").Append(number)
            .Append("</span> ").Append(Encode(section.Title)).Append("</h").Append(level).Append(">\n");
        foreach (var block in section.Blocks)
        {
            Block(block);
        }

        Sections(section.Sections, _ => true, number, Math.Min(level + 1, 6));
        html.Append("</section>\n");
    }

    private void Sources(IReadOnlyList<ReportText> sources)
    {
        if (sources.Count == 0)
        {
            return;
        }

        html.Append("<section class=\"page sources\" aria-labelledby=\"sources\">\n<h2 id=\"sources\">").Append(Encode(words["reports.sources"])).Append("</h2>\n<ol>\n");
        foreach (var (index, source) in sources.Index())
        {
            html.Append("<li id=\"source-").Append(index + 1).Append('"').Append(LanguageOf(source.Language)).Append('>').Append(Encode(source.Words)).Append("</li>\n");
        }

        html.Append("</ol>\n</section>\n");
    }

    private static string NumberOf(string above, int index) =>
        (above.Length == 0 ? "" : above + ".") + (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string LanguageOf(string? language) => language is null ? "" : $" lang=\"{Encode(language)}\"";

    private void Element(string name, string text, string? look = null) => html.Append('<').Append(name)
        .Append(look is null ? "" : $" class=\"{look}\"").Append('>').Append(Encode(text)).Append("</").Append(name).Append(">\n");
}
