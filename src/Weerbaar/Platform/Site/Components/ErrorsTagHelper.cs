using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Site.Components;

/// <summary><c>&lt;w-errors /&gt;</c> at the top of a form: what is wrong, each with a link to its field.</summary>
[HtmlTargetElement("w-errors", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorsTagHelper(Texts texts, IModelMetadataProvider metadata) : TagHelper
{
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = View.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Where(error => error.ErrorMessage.Length > 0).Distinct().ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "utrecht-alert utrecht-alert--error w-error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-errors", "");
        output.Attributes.SetAttribute("data-focus-on-load", "");
        output.Content.SetHtmlContent(Icons.Icon("error")).AppendHtml("<div class=\"utrecht-alert__content\"><strong>")
            .Append(texts.Count("site.errors", errors.Count)).AppendHtml("</strong><ul>");
        errors.ForEach(error => Add(output.Content, error.Key, error.ErrorMessage));
        output.Content.AppendHtml("</ul></div>");
    }

    private void Add(TagHelperContent list, string key, string message)
    {
        list.AppendHtml("<li>");
        if (key.Length == 0)
        {
            list.Append(message);
        }
        else
        {
            var link = new TagBuilder("a");
            link.Attributes["href"] = "#" + FieldState.IdOf(FieldOf(key));
            link.InnerHtml.Append(NameOf(key) is { } name ? $"{name}: {message}" : message);
            list.AppendHtml(link);
        }

        list.AppendHtml("</li>");
    }

    /// <summary>A <see cref="Text"/> has two fields; an error on the whole points to the one in the reader's language.</summary>
    private string FieldOf(string key) => MetadataOf(key)?.ModelType == typeof(Text)
        ? $"{key}.{(Languages.Here == "nl" ? nameof(Text.Nl) : nameof(Text.En))}"
        : key;

    private string? NameOf(string key) => MetadataOf(key)?.DisplayName;

    /// <summary>Walks the properties of a key as <c>Input.Rows[2].Name</c> from the page's model.</summary>
    private ModelMetadata? MetadataOf(string key)
    {
        var page = (View.ActionDescriptor as CompiledPageActionDescriptor)?.ModelTypeInfo;
        var at = metadata.GetMetadataForType(page ?? View.ViewData.ModelMetadata.ModelType);
        foreach (var part in key.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var next = at.Properties[bracket < 0 ? part : part[..bracket]];
            at = bracket < 0 ? next : next?.ElementMetadata;
            if (at is null)
            {
                return null;
            }
        }

        return at;
    }
}
