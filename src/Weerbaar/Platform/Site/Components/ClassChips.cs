using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Site.Components;

/// <summary>A class on the ramp of five with its letter always printed, with a range when it has one. Step 0 is no class: X, not assessed.</summary>
public static class ClassChips
{
    public static IHtmlContent Chip(string id, int step, bool edge = false)
    {
        var span = new TagBuilder("span");
        span.AddCssClass($"w-class w-class--{(step == 0 ? "x" : step)}{(edge ? " w-class--edge" : "")}");
        span.InnerHtml.Append(id);
        return span;
    }

    /// <summary>Best class, with lower and upper small beside it when they differ.</summary>
    public static IHtmlContent Range((string Id, int Step) lower, (string Id, int Step) best, (string Id, int Step) upper)
    {
        if (lower.Id == best.Id && upper.Id == best.Id)
        {
            return Chip(best.Id, best.Step);
        }

        return new HtmlContentBuilder()
            .AppendHtml("<span class=\"w-class-range\"><span class=\"w-visually-hidden\">")
            .Append(new Texts()["site.class.range", best.Id, lower.Id, upper.Id])
            .AppendHtml("</span><span class=\"w-class-range\" aria-hidden=\"true\">")
            .AppendHtml(Chip(lower.Id, lower.Step, edge: true)).Append("–").AppendHtml(Chip(best.Id, best.Step)).Append("–")
            .AppendHtml(Chip(upper.Id, upper.Step, edge: true))
            .AppendHtml("</span></span>");
    }

    /// <summary>The step of A to E; 0 for anything else.</summary>
    public static int StepOf(string letter) => letter is [>= 'A' and <= 'E'] ? letter[0] - 'A' + 1 : 0;
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
        output.Content.SetHtmlContent(ClassChips.Range(Stepped(Lower ?? Letter), Stepped(Letter), Stepped(Upper ?? Letter)));
    }

    private static (string Id, int Step) Stepped(string letter) => (letter, ClassChips.StepOf(letter));
}
