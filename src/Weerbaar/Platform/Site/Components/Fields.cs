using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Site.Components;

public enum FieldKind
{
    Auto,
    Text,
    LongText,
    Number,
    Date,
    Select,
    Radio,
    Checkbox,
    Password,
    Email,
    File,
}

/// <summary>
/// One field of a form: label, hint, error and control, tied together.
/// <c>&lt;w-field for="Input.Name" hint="…" /&gt;</c>; the label is the property's <c>[Display(Name = "…")]</c> unless given.
/// Child content takes the place of the control.
/// </summary>
[HtmlTargetElement("w-field")]
public sealed class FieldTagHelper(Texts texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string? Label { get; set; }

    public string? Hint { get; set; }

    public FieldKind Kind { get; set; }

    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Printed behind the control: €, persons, km².</summary>
    public string? Unit { get; set; }

    public bool? Required { get; set; }

    public string? Autocomplete { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext View { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inner = await output.GetChildContentAsync();
        var field = FieldState.Of(For.Name, View, For.Model, Kind, For.Metadata);
        var label = Label ?? For.Metadata.GetDisplayName();
        var required = Required ?? For.Metadata.IsRequired;
        var control = inner.IsEmptyOrWhiteSpace ? Controls.Draw(field, Items, Unit, Hint is not null, required, Autocomplete) : inner;
        output.TagName = field.Kind == FieldKind.Radio ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.Errors.Count > 0 ? "w-field w-field--wrong" : "w-field");
        if (field.Kind == FieldKind.Radio)
        {
            output.Attributes.SetAttribute("id", field.Id);
            output.Attributes.SetAttribute("tabindex", "-1");
            if (Controls.Describes(field, Hint is not null) is { } described)
            {
                output.Attributes.SetAttribute("aria-describedby", described);
            }
        }

        output.Content.SetHtmlContent(FieldParts.Around(field, control, label, Hint, required, texts));
    }
}

/// <summary>What a control needs to know: its name, the value to show, its errors.</summary>
internal sealed record FieldState(string Name, string Id, string? Value, IReadOnlyList<string> Errors, FieldKind Kind)
{
    public static FieldState Of(string name, ViewContext view, object? model, FieldKind kind, ModelMetadata metadata)
    {
        var full = view.ViewData.TemplateInfo.GetFullHtmlFieldName(name);
        view.ViewData.ModelState.TryGetValue(full, out var entry);
        var errors = entry?.Errors.Select(e => e.ErrorMessage).Where(m => m.Length > 0).Distinct().ToList() ?? [];
        var type = kind == FieldKind.Auto ? Guess(metadata) : kind;
        return new(full, IdOf(full), entry?.AttemptedValue ?? Written(model), errors, type);
    }

    public static string IdOf(string name) => TagBuilder.CreateSanitizedId(name, "_");

    private static FieldKind Guess(ModelMetadata metadata)
    {
        var type = metadata.UnderlyingOrModelType;
        return type == typeof(bool) ? FieldKind.Checkbox
            : type == typeof(DateOnly) || type == typeof(DateTime) ? FieldKind.Date
            : type == typeof(int) || type == typeof(double) || type == typeof(decimal) || type == typeof(float) ? FieldKind.Number
            : type.IsEnum ? FieldKind.Select
            : FieldKind.Text;
    }

    /// <summary>Dates as the control wants them; numbers as the reader writes them, without thousands signs.</summary>
    private static string? Written(object? model) => model switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable number and not Enum => number.ToString(null, CultureInfo.CurrentCulture),
        null => null,
        _ => model.ToString(),
    };
}

internal static class FieldParts
{
    public static IHtmlContent Around(FieldState field, IHtmlContent control, string label, string? hint, bool required, Texts texts)
    {
        var html = new HtmlContentBuilder();
        if (field.Kind == FieldKind.Checkbox)
        {
            return html.AppendHtml("<label class=\"w-choice\">").AppendHtml(control).AppendHtml("<span>").Append(label)
                .AppendHtml("</span></label>").AppendHtml(HintAndErrors(field, hint, texts));
        }

        html.AppendHtml(LabelOf(field, label, required, texts)).AppendHtml(HintAndErrors(field, hint, texts));
        return html.AppendHtml(control);
    }

    private static IHtmlContentBuilder LabelOf(FieldState field, string label, bool required, Texts texts)
    {
        var tag = field.Kind == FieldKind.Radio ? "legend" : "label";
        var html = new HtmlContentBuilder().AppendHtml(tag == "label" ? $"<label for=\"{field.Id}\">" : "<legend>").Append(label);
        if (required)
        {
            html.AppendHtml(" <span class=\"w-required\">").Append(texts["site.field.required"]).AppendHtml("</span>");
        }

        return html.AppendHtml($"</{tag}>");
    }

    private static HtmlContentBuilder HintAndErrors(FieldState field, string? hint, Texts texts)
    {
        var html = new HtmlContentBuilder();
        if (hint is not null)
        {
            html.AppendHtml($"<span class=\"w-hint\" id=\"{field.Id}-hint\">").Append(hint).AppendHtml("</span>");
        }

        if (field.Errors.Count > 0)
        {
            html.AppendHtml($"<span class=\"w-error\" id=\"{field.Id}-error\">").AppendHtml(Icons.Icon("error"))
                .AppendHtml("<span><span class=\"w-visually-hidden\">").Append(texts["site.field.error"]).AppendHtml(" </span>")
                .Append(string.Join(" ", field.Errors)).AppendHtml("</span></span>");
        }

        return html;
    }
}
