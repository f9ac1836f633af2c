using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;

namespace Weerbaar.Platform.Site.Components;

/// <summary>How to mark part of a text higher: in words for who types it, and as a button where there is JavaScript.</summary>
internal static class PassageTool
{
    /// <param name="fieldId">The field whose selection the button marks.</param>
    /// <param name="clearance">The highest level the author may give.</param>
    public static IHtmlContent Of(string fieldId, Marking clearance, Texts texts)
    {
        var levels = Passages.Codes.Where(c => c.Value <= clearance).Select(c => (c.Key, $"{texts.Of(c.Value)} ({c.Key})")).ToList();
        if (levels.Count == 0)
        {
            return HtmlString.Empty;
        }

        return new HtmlContentBuilder()
            .AppendHtml("<details class=\"w-passage-tool\"><summary>").Append(texts["markings.mark-passage"]).AppendHtml("</summary><p class=\"w-hint\">")
            .Append(texts["markings.mark-passage.text"]).AppendHtml($"</p><div hidden data-passage-tool=\"{fieldId}\"><p class=\"w-hint\">")
            .Append(texts["markings.mark-passage.how"]).AppendHtml("</p><div class=\"w-row\">")
            .AppendHtml(Select($"{fieldId}-level", "data-level", texts["markings.mark-passage.level"], levels))
            .AppendHtml(Select($"{fieldId}-ground", "data-ground", texts["markings.mark-passage.ground"], WooGround.All.Select(g => (g.Code, $"{g.Code} {g.Name.Here}")).Prepend(("", texts["markings.mark-passage.choose"]))))
            .AppendHtml($"<span class=\"w-tool\"><label for=\"{fieldId}-until\">").Append(texts["markings.mark-passage.until"])
            .AppendHtml($"</label><input type=\"date\" id=\"{fieldId}-until\" data-until class=\"utrecht-textbox utrecht-textbox--html-input\" /></span>")
            .AppendHtml($"<button type=\"button\" class=\"{Buttons.ClassOf(ButtonKind.Secondary)}\">").AppendHtml(Icons.Icon("lock"))
            .Append(texts["markings.mark-passage.action"]).AppendHtml("</button><span role=\"status\"></span></div></div></details>");
    }

    private static IHtmlContent Select(string id, string mark, string label, IEnumerable<(string Value, string Words)> options)
    {
        var html = new HtmlContentBuilder().AppendHtml($"<span class=\"w-tool\"><label for=\"{id}\">").Append(label)
            .AppendHtml($"</label><select id=\"{id}\" {mark} class=\"utrecht-select utrecht-select--html-select\">");
        foreach (var (value, words) in options)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = value;
            option.InnerHtml.Append(words);
            html.AppendHtml(option);
        }

        return html.AppendHtml("</select></span>");
    }
}
