using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Markings;

namespace Weerbaar.Platform.Site.Components;

/// <summary>What a state means to the reader; the word and icon say it too.</summary>
public enum Tone
{
    Neutral,
    Info,
    Good,
    Warning,
    Bad,
}

/// <summary>A small label: a state (tone, icon and word) or a marking (outline, grey, filled).</summary>
public sealed record Badge(Tone Tone, string Word, string? Icon = null, Marking? Marking = null)
{
    public static Badge Of(Marking marking) => new(Tone.Neutral, new Texts().Of(marking), null, marking);

    /// <summary>The label of the Traffic Light Protocol, in its own colour on black.</summary>
    public static Badge Of(Tlp tlp) => new(Tone.Neutral, TlpWords.Of(tlp), "link") { Look = "tlp-" + tlp.ToString().ToLowerInvariant() };

    /// <summary>Another look than tone or marking give.</summary>
    public string? Look { get; init; }

    public IHtmlContent Html()
    {
        var span = new TagBuilder("span");
        span.AddCssClass("w-badge w-badge--" + (Look ?? Marking?.ToString() ?? Tone.ToString()).ToLowerInvariant());
        if (IconName() is { } icon)
        {
            span.InnerHtml.AppendHtml(Icons.Icon(icon));
        }

        span.InnerHtml.Append(Word);
        return span;
    }

    private string? IconName() => Icon ?? (Marking is not null
        ? Marking >= Access.Marking.DepartmentalConfidential ? "lock" : null
        : Tone switch
        {
            Tone.Info => "info",
            Tone.Good => "done",
            Tone.Warning => "late",
            Tone.Bad => "error",
            Tone.Neutral => "draft",
            _ => null,
        });
}

/// <summary><c>&lt;w-badge marking="m" /&gt;</c> or <c>&lt;w-badge tone="Good"&gt;Vastgesteld&lt;/w-badge&gt;</c></summary>
[HtmlTargetElement("w-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BadgeTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public string? Icon { get; set; }

    public Marking Marking { get; set; }

    public string? Word { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = (await output.GetChildContentAsync()).GetContent(NullHtmlEncoder.Default).Trim();
        output.TagName = null;
        if (context.AllAttributes.ContainsName("marking"))
        {
            output.Content.SetHtmlContent(Badge.Of(Marking).Html());
            return;
        }

        output.Content.SetHtmlContent(Word is not null ? new Badge(Tone, Word, Icon).Html() : WithInner(inner));
    }

    // Child content is HTML already, encoded by the page.
    private IHtmlContent WithInner(string inner)
    {
        var name = Tone.ToString().ToLowerInvariant();
        IHtmlContentBuilder html = new HtmlContentBuilder().AppendHtml($"<span class=\"w-badge w-badge--{name}\">");
        if (Icon is not null)
        {
            html.AppendHtml(Icons.Icon(Icon));
        }

        html.AppendHtml(inner).AppendHtml("</span>");
        return html;
    }
}
