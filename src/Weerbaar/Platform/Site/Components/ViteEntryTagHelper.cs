using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Site.Components;

/// <summary><c>&lt;vite-entry name="site" /&gt;</c>: the styles and script of <c>src/web/src/site.ts</c>.</summary>
[HtmlTargetElement("vite-entry", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ViteEntryTagHelper(IServiceProvider services) : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (script, styles) = services.GetRequiredService<ViteManifest>().Entry(Name);
        output.TagName = null;
        foreach (var style in styles)
        {
            output.Content.AppendHtml(Tag("link", ("rel", "stylesheet"), ("href", style)));
        }

        output.Content.AppendHtml(Tag("script", ("type", "module"), ("src", script)));
    }

    private static TagBuilder Tag(string name, params (string Name, string Value)[] attributes)
    {
        var tag = new TagBuilder(name) { TagRenderMode = name == "link" ? TagRenderMode.SelfClosing : TagRenderMode.Normal };
        foreach (var (key, value) in attributes)
        {
            tag.Attributes[key] = value;
        }

        return tag;
    }
}
