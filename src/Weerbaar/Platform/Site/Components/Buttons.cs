using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Site.Components;

public enum ButtonKind
{
    Secondary,
    Primary,
    Subtle,
    Danger,
}

public static class Buttons
{
    public static string ClassOf(ButtonKind kind) => "utrecht-button " + kind switch
    {
        ButtonKind.Primary => "utrecht-button--primary-action",
        ButtonKind.Secondary => "utrecht-button--secondary-action",
        ButtonKind.Subtle => "utrecht-button--subtle",
        ButtonKind.Danger => "utrecht-button--primary-action utrecht-button--danger",
        _ => "",
    };

    /// <summary>A link that looks like a button.</summary>
    public static IHtmlContent Link(string words, string href, ButtonKind kind, string? icon = null)
    {
        var link = new TagBuilder("a");
        link.AddCssClass(ClassOf(kind));
        link.Attributes["href"] = href;
        if (icon is not null)
        {
            link.InnerHtml.AppendHtml(Icons.Icon(icon));
        }

        link.InnerHtml.Append(words);
        return link;
    }
}

/// <summary>
/// <c>&lt;w-button kind="Primary"&gt;Bewaren&lt;/w-button&gt;</c>; with <c>href</c> it is a link. Other attributes pass through.
/// </summary>
[HtmlTargetElement("w-button")]
public sealed class ButtonTagHelper : TagHelper
{
    public ButtonKind Kind { get; set; }

    public string? Href { get; set; }

    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "button" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Buttons.ClassOf(Kind));
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }
        else if (!output.Attributes.ContainsName("type"))
        {
            output.Attributes.SetAttribute("type", "submit");
        }

        if (Icon is not null)
        {
            output.PreContent.SetHtmlContent(Icons.Icon(Icon));
        }
    }
}
