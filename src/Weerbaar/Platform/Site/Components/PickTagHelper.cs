using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Site.Components;

/// <summary><c>&lt;w-pick name="theme" label="…" items="…" chosen="…" all="…" /&gt;</c>: a choice in a form that asks for a page; <c>all</c> is what choosing nothing is called.</summary>
[HtmlTargetElement("w-pick", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PickTagHelper : TagHelper
{
    /// <summary>The longest words that two choices beside each other on a phone can show.</summary>
    private const int longestInHalf = 14;

    public string Name { get; set; } = "";

    /// <summary>Where the name stands more than once on a page.</summary>
    public string? Id { get; set; }

    public string Label { get; set; } = "";

    public IEnumerable<SelectListItem> Items { get; set; } = [];

    public string? Chosen { get; set; }

    public string? All { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (label, select) = (new TagBuilder("label"), new TagBuilder("select"));
        (label.Attributes["for"], select.Attributes["id"], select.Attributes["name"]) = (Id ?? Name, Id ?? Name, Name);
        label.InnerHtml.Append(Label);
        select.AddCssClass("utrecht-select utrecht-select--html-select");
        foreach (var item in All is null ? Items : Items.Prepend(new SelectListItem(All, "")))
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value;
            if (item.Selected || item.Value == Chosen)
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Items.Any(i => i.Text.Length > longestInHalf) ? "w-tool w-tool--long" : "w-tool");
        output.Content.SetHtmlContent(label).AppendHtml(select);
    }
}
