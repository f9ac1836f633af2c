using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Site.Components;

/// <summary><c>&lt;w-facts&gt;&lt;w-fact term="…"&gt;…&lt;/w-fact&gt;&lt;/w-facts&gt;</c>: a list of what is known of one thing.</summary>
[HtmlTargetElement("w-facts")]
public sealed class FactsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.Attributes.SetAttribute("class", "w-facts");
    }
}

[HtmlTargetElement("w-fact")]
public sealed class FactTagHelper : TagHelper
{
    public string Term { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.PreContent.SetHtmlContent("<dt>").Append(Term).AppendHtml("</dt><dd>");
        output.PostContent.SetHtmlContent("</dd>");
    }
}

/// <summary><c>&lt;w-timeline&gt;&lt;w-event when="…" who="…" what="…"&gt;…&lt;/w-event&gt;&lt;/w-timeline&gt;</c>: what happened, newest first.</summary>
[HtmlTargetElement("w-timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "w-timeline");
    }
}

[HtmlTargetElement("w-event")]
public sealed class EventTagHelper : TagHelper
{
    public DateTimeOffset? When { get; set; }

    /// <summary>Instead of <see cref="When"/> where only the day is known.</summary>
    public DateOnly? Day { get; set; }

    public string? Who { get; set; }

    public string What { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "li";
        var head = output.PreContent.SetHtmlContent("<div class=\"w-timeline-head\">");
        if (When is { } moment)
        {
            head.AppendHtml(Moments.Html(moment));
        }
        else if (Day is { } day)
        {
            head.AppendHtml(Moments.Html(day));
        }

        head.AppendHtml("<strong>").Append(What).AppendHtml("</strong>");
        if (Who is not null)
        {
            head.AppendHtml("<span class=\"w-quiet\">").Append(Who).AppendHtml("</span>");
        }

        head.AppendHtml("</div>");
    }
}

public enum StepState
{
    Todo,
    Current,
    Done,
    Late,
}

/// <summary><c>&lt;w-steps&gt;&lt;w-step state="Done" title="…" href="…"&gt;3 mrt 2026&lt;/w-step&gt;&lt;/w-steps&gt;</c></summary>
[HtmlTargetElement("w-steps")]
public sealed class StepsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "w-steps");
    }
}

[HtmlTargetElement("w-step")]
public sealed class StepTagHelper(Texts texts) : TagHelper
{
    public StepState State { get; set; }

    public string Title { get; set; } = "";

    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = State.ToString().ToLowerInvariant();
        output.TagName = "li";
        output.Attributes.SetAttribute("class", "w-step--" + name);
        if (State == StepState.Current)
        {
            output.Attributes.SetAttribute("aria-current", "step");
        }

        var head = output.PreContent.SetHtmlContent("<div class=\"w-row\">").AppendHtml(Icons.Icon(name));
        head.AppendHtml("<span class=\"w-visually-hidden\">").Append(texts.Of(State)).AppendHtml(": </span>");
        AddTitle(head);
        head.AppendHtml("</div><small>");
        output.PostContent.SetHtmlContent("</small>");
    }

    private void AddTitle(TagHelperContent head)
    {
        if (Href is null)
        {
            head.AppendHtml("<span>").Append(Title).AppendHtml("</span>");
            return;
        }

        var link = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder("a");
        link.Attributes["href"] = Href;
        link.InnerHtml.Append(Title);
        head.AppendHtml(link);
    }
}
