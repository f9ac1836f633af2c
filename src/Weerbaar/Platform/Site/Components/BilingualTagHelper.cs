using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Site.Components;

/// <summary>
/// A <see cref="Text"/> in the reader's language, with the other language under a disclosure:
/// <c>&lt;w-bilingual for="Input.Name" multiline="true" /&gt;</c>.
/// </summary>
[HtmlTargetElement("w-bilingual", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BilingualTagHelper(Texts texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public bool Multiline { get; set; }

    public bool? Required { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var value = For.Model as Text ?? Text.Empty;
        var label = Label ?? For.Metadata.GetDisplayName();
        var other = State(Languages.Other, value);
        var open = other.Errors.Count > 0 || (value.In(Languages.Here).Length == 0 && !value.IsEmpty) ? " open" : "";
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var here = State(Languages.Here, value);
        output.Attributes.SetAttribute("class", here.Errors.Count > 0 ? "w-field w-field--wrong" : "w-field");
        output.Content.SetHtmlContent(Field(here, Languages.Here, label, Hint, Required ?? For.Metadata.IsRequired))
            .AppendHtml($"<details{open}><summary>").Append(texts["site.language.also." + Languages.Other])
            .AppendHtml("</summary><div class=\"w-field\">")
            .AppendHtml(Field(other, Languages.Other, $"{label} ({texts["site.language.name." + Languages.Other]})", null, false))
            .AppendHtml("</div></details>");
        if (Multiline && View.HttpContext.RequestServices.GetService<WeerbaarDb>() is { } db)
        {
            output.Content.AppendHtml(PassageTool.Of(here.Id, db.Clearance, texts));
        }
    }

    private FieldState State(string language, Text value)
    {
        var part = language == "nl" ? nameof(Text.Nl) : nameof(Text.En);
        var state = FieldState.Of(ModelNames.CreatePropertyModelName(For.Name, part), View, language == "nl" ? value.Nl : value.En,
            Multiline ? FieldKind.LongText : FieldKind.Text, For.Metadata);
        var whole = View.ViewData.ModelState.TryGetValue(View.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), out var entry)
            && language == Languages.Here ? entry.Errors.Select(e => e.ErrorMessage) : [];
        return state with { Errors = [.. state.Errors, .. whole] };
    }

    private IHtmlContent Field(FieldState state, string language, string label, string? hint, bool required)
    {
        var control = Multiline ? Controls.TextArea(state) : Controls.Input(state);
        control.Attributes["lang"] = language;
        Controls.Tie(control, state, hint is not null, required);
        return FieldParts.Around(state, control, label, hint, required, texts);
    }
}
