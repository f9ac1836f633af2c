using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Markings;

/// <summary>
/// Draws the passages in text that is HTML already: those the reader has, with level and ground before the words, and the
/// signs of those withheld. How it looks only: what the reader may have was decided before.
/// </summary>
public static partial class PassageHtml
{
    private static readonly HtmlEncoder encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Words under a mark; as they are, without one.</summary>
    public static IHtmlContent Drawn(PassageMark? mark, string words)
    {
        var html = encoder.Encode(words);
        return new HtmlString(mark is null ? html : Drawn(mark.Words(new Texts()), html));
    }

    public static string Drawn(string html) => html.Contains('[', StringComparison.Ordinal)
        ? Sign().Replace(Passage().Replace(html, Drawn), "<span class=\"w-withheld\">$0</span>")
        : html;

    private static string Drawn(Match passage)
    {
        var until = passage.Groups["until"] is { Success: true } day ? $" · {(Languages.Here == "nl" ? "tot" : "until")} {day.Value}" : "";
        return Drawn($"{passage.Groups["level"].Value} · Woo {passage.Groups["ground"].Value}{until}", passage.Groups["words"].Value);
    }

    private static string Drawn(string mark, string html) => $"<mark class=\"w-passage\"><small class=\"w-passage-mark\">{mark}</small> {html}</mark>";

    [GeneratedRegex(@"\[\[(?<level>[A-Z-]{3,6}) (?<ground>5\.[\d.a-i]{1,6})(?: (?:tot|until) (?<until>\d{4}-\d\d-\d\d))?(?: #\d{1,4})?: ?(?<words>(?:(?!\[\[|\]\])[^<])+)\]\]", RegexOptions.Singleline)]
    private static partial Regex Passage();

    [GeneratedRegex(@"\[Passage (?:gelakt|withheld)(?: #\d{1,4} — Woo art\. [\w. ]{3,20})?\]")]
    private static partial Regex Sign();
}

/// <summary>Content says which language it is in; wherever it does so on a page, its passages are drawn.</summary>
[HtmlTargetElement("p", Attributes = "lang")]
[HtmlTargetElement("li", Attributes = "lang")]
[HtmlTargetElement("dd", Attributes = "lang")]
[HtmlTargetElement("td", Attributes = "lang")]
[HtmlTargetElement("span", Attributes = "lang")]
[HtmlTargetElement("div", Attributes = "lang")]
[HtmlTargetElement(Attributes = unknownLanguage)]
public sealed class PassagesTagHelper : TagHelper
{
    /// <summary>On words that do not say which language they are in.</summary>
    private const string unknownLanguage = "draw-passages";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll(unknownLanguage);
        var html = (await output.GetChildContentAsync()).GetContent();
        output.Content.SetHtmlContent(PassageHtml.Drawn(html));
    }
}
