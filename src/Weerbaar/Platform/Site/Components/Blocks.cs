using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Site.Components;

/// <summary>A heading level a part may be given, so that headings nest without gaps.</summary>
internal static class Headings
{
    public static IHtmlContent Heading(int level, string words, string? href = null)
    {
        var heading = new TagBuilder("h" + Math.Clamp(level, 2, 6));
        if (href is null)
        {
            heading.InnerHtml.Append(words);
            return heading;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = href;
        link.InnerHtml.Append(words);
        heading.InnerHtml.AppendHtml(link);
        return heading;
    }
}

/// <summary><c>&lt;w-alert tone="Warning" heading="…"&gt;…&lt;/w-alert&gt;</c>: something the reader must know now.</summary>
[HtmlTargetElement("w-alert")]
public sealed class AlertTagHelper : TagHelper
{
    public Tone Tone { get; set; } = Tone.Info;

    public string? Heading { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (name, icon) = Look(Tone);
        var inner = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "utrecht-alert utrecht-alert--" + name);
        output.Attributes.SetAttribute("role", Tone == Tone.Bad ? "alert" : "status");
        output.Content.AppendHtml(Icons.Icon(icon)).AppendHtml("<div class=\"utrecht-alert__content\">");
        if (Heading is not null)
        {
            output.Content.AppendHtml("<strong>").Append(Heading).AppendHtml("</strong>");
        }

        output.Content.AppendHtml("<div>").AppendHtml(inner).AppendHtml("</div></div>");
    }

    private static (string Name, string Icon) Look(Tone tone) => tone switch
    {
        Tone.Good => ("ok", "done"),
        Tone.Warning => ("warning", "warning"),
        Tone.Bad => ("error", "error"),
        _ => ("info", "info"),
    };
}

/// <summary><c>&lt;w-card heading="…" href="…" level="3"&gt;…&lt;/w-card&gt;</c>. The heading is optional.</summary>
[HtmlTargetElement("w-card")]
public sealed class CardTagHelper : TagHelper
{
    public string? Heading { get; set; }

    public string? Href { get; set; }

    public int Level { get; set; } = 2;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Heading is null ? "div" : "section";
        output.Attributes.SetAttribute("class", "w-card");
        if (Heading is not null)
        {
            output.PreContent.SetHtmlContent(Headings.Heading(Level, Heading, Href));
        }
    }
}

/// <summary>
/// <c>&lt;w-empty heading="…" action="…" href="…" icon="…"&gt;what this step is for&lt;/w-empty&gt;</c>:
/// nothing here yet, and what to do first.
/// </summary>
[HtmlTargetElement("w-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    public string Heading { get; set; } = "";

    public string? Action { get; set; }

    public string? Href { get; set; }

    public string Icon { get; set; } = "empty";

    public int Level { get; set; } = 2;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "w-empty");
        output.Content.SetHtmlContent(Icons.Icon(Icon));
        output.Content.AppendHtml(Headings.Heading(Level, Heading)).AppendHtml("<p>").AppendHtml(inner).AppendHtml("</p>");
        if (Action is not null && Href is not null)
        {
            output.Content.AppendHtml(Buttons.Link(Action, Href, ButtonKind.Primary, "add"));
        }
    }
}
