using Weerbaar.Platform.Markings;

namespace Weerbaar.WorkingMethod.Reports.Document;

public sealed partial class ReportHtml
{
    private void Block(ReportBlock block)
    {
        switch (block)
        {
            case ReportParagraph paragraph: Paragraph(paragraph); break;
            case ReportNotice notice: Notice(notice); break;
            case ReportFacts facts: Facts(facts.Facts, "facts"); break;
            case ReportList list: List(list); break;
            case ReportTable table: Table(table); break;
            case ReportFigure figure: Figure(figure); break;
            case ReportCode code: html.Append("<pre><code>").Append(Encode(code.Text)).Append("</code></pre>\n"); break;
            default: throw new ArgumentOutOfRangeException(nameof(block), block, "Not a block of a report.");
        }
    }

    private void Paragraph(ReportParagraph paragraph)
    {
        foreach (var (index, line) in Lines(paragraph.Text.Words).Index())
        {
            html.Append("<p").Append(LanguageOf(paragraph.Text.Language)).Append('>');
            if (index == 0 && paragraph.Label is { } label)
            {
                html.Append("<strong class=\"label\"").Append(LanguageOf(paragraph.Text.Language is null ? null : language)).Append('>').Append(Encode(label)).Append("</strong> ");
            }

            Words(paragraph.Text with { Words = line.Text, Sources = line.IsLast ? paragraph.Text.Sources : [], Language = null });
            html.Append("</p>\n");
        }
    }

    private static IEnumerable<(string Text, bool IsLast)> Lines(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Select((line, index) => (line, index == lines.Length - 1));
    }

    private void Notice(ReportNotice notice)
    {
        html.Append("<div class=\"notice\" role=\"note\"><strong>").Append(Encode(notice.Heading)).Append("</strong> ");
        Words(notice.Text);
        html.Append("</div>\n");
    }

    private void Facts(IReadOnlyList<ReportFact> facts, string look)
    {
        html.Append("<dl class=\"").Append(look).Append("\">\n");
        foreach (var fact in facts)
        {
            html.Append("<div><dt>").Append(Encode(fact.Term)).Append("</dt><dd>");
            Words(fact.Value);
            html.Append("</dd></div>\n");
        }

        html.Append("</dl>\n");
    }

    private void List(ReportList list)
    {
        if (list.Label is { } label)
        {
            html.Append("<p class=\"before-list\"><strong class=\"label\">").Append(Encode(label)).Append("</strong></p>\n");
        }

        html.Append("<ul>\n");
        foreach (var item in list.Items)
        {
            html.Append("<li>");
            Words(item);
            html.Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private void Figure(ReportFigure figure)
    {
        html.Append("<figure>\n").Append(figure.Svg).Append("\n<figcaption>").Append(Encode(words["reports.figure", ++figures, figure.Caption])).Append("</figcaption>\n</figure>\n");
        Table(figure.Table);
    }

    private void Table(ReportTable table)
    {
        var caption = Encode(words["reports.table", ++tables, table.Caption]);
        html.Append("<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"").Append(caption).Append("\">\n<table>\n<caption>").Append(caption).Append("</caption>\n<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Append("<th scope=\"col\"").Append(column.IsNumber ? " class=\"n\">" : ">").Append(Encode(column.Name)).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            Row(table, row);
        }

        html.Append("</tbody>\n</table>\n</div>\n");
    }

    private void Row(ReportTable table, IReadOnlyList<ReportText> row)
    {
        html.Append("<tr>");
        foreach (var (index, (cell, column)) in row.Zip(table.Columns).Index())
        {
            html.Append(index == 0 ? "<th scope=\"row\"" : "<td").Append(column.IsNumber ? " class=\"n\">" : ">");
            Words(cell);
            html.Append(index == 0 ? "</th>" : "</td>");
        }

        html.Append("</tr>\n");
    }

    private void Words(ReportText text)
    {
        var drawn = PassageHtml.Drawn(Encode(text.Words));
        var words = text.Language is null ? drawn : $"<span{LanguageOf(text.Language)}>{drawn}</span>";
        html.Append(text.LeadsTo is null ? words : $"<a href=\"#{Encode(text.LeadsTo)}\">{words}</a>");
        foreach (var source in text.Sources)
        {
            html.Append("<sup><a href=\"#source-").Append(source).Append("\" aria-label=\"").Append(Encode(this.words["reports.source-number", source]))
                .Append("\">").Append(source).Append("</a></sup>");
        }
    }
}
