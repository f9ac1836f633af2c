using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Site.Components;

/// <summary>A class A–E on the ramp with its letter always printed, X for not assessed; with a range when it has one.</summary>
public static class ClassChips
{
    public static IHtmlContent Chip(string letter, bool edge = false)
    {
        var shown = letter.Length == 0 ? "X" : letter;
        var span = new TagBuilder("span");
        span.AddCssClass($"w-class w-class--{shown[..1].ToLowerInvariant()}{(edge ? " w-class--edge" : "")}");
        span.InnerHtml.Append(shown);
        return span;
    }

    /// <summary>Best class, with lower and upper beside it when they differ.</summary>
    public static IHtmlContent Range(string lower, string best, string upper)
    {
        if (lower == best && upper == best)
        {
            return Chip(best);
        }

        var texts = new Texts();
        return new HtmlContentBuilder()
            .AppendHtml("<span class=\"w-class-range\"><span class=\"w-visually-hidden\">")
            .Append(texts["site.class.range", best, lower, upper])
            .AppendHtml("</span><span class=\"w-class-range\" aria-hidden=\"true\">")
            .AppendHtml(Chip(lower, edge: true)).Append("–").AppendHtml(Chip(best)).Append("–").AppendHtml(Chip(upper, edge: true))
            .AppendHtml("</span></span>");
    }
}

/// <summary><c>&lt;w-class letter="C" /&gt;</c> or <c>&lt;w-class letter="C" lower="B" upper="D" /&gt;</c></summary>
[HtmlTargetElement("w-class", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ClassTagHelper : TagHelper
{
    public string Letter { get; set; } = "X";

    public string? Lower { get; set; }

    public string? Upper { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(ClassChips.Range(Lower ?? Letter, Letter, Upper ?? Letter));
    }
}
