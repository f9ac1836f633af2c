using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Weerbaar.Platform.Site.Components;

/// <summary>The controls inside a field.</summary>
internal static class Controls
{
    public static IHtmlContent Draw(
        FieldState field, IEnumerable<SelectListItem>? items, string? unit, bool hasHint, bool required, string? autocomplete)
    {
        var control = field.Kind switch
        {
            FieldKind.LongText => TextArea(field),
            FieldKind.Select => Select(field, items ?? [], required),
            FieldKind.Radio => Radios(field, items ?? []),
            FieldKind.Checkbox => Checkbox(field),
            _ => Input(field, autocomplete),
        };
        if (control is TagBuilder tag && field.Kind != FieldKind.Radio)
        {
            Tie(tag, field, hasHint, required);
        }

        IHtmlContent whole = field.Kind == FieldKind.Checkbox ? WithUnchecked(field, control) : control;
        return unit is null
            ? whole
            : new HtmlContentBuilder().AppendHtml("<span class=\"w-with-unit\">").AppendHtml(whole).AppendHtml("<span>").Append(unit).AppendHtml("</span></span>");
    }

    public static string? Describes(FieldState field, bool hasHint)
    {
        var ids = string.Join(' ', new[]
        {
            hasHint ? $"{field.Id}-hint" : null,
            field.Errors.Count > 0 ? $"{field.Id}-error" : null,
        }.OfType<string>());
        return ids.Length == 0 ? null : ids;
    }

    public static TagBuilder TextArea(FieldState field)
    {
        var area = Named("textarea", field, "utrecht-textarea utrecht-textarea--html-textarea");
        area.Attributes["rows"] = "4";
        area.InnerHtml.Append(field.Value ?? "");
        return area;
    }

    public static TagBuilder Input(FieldState field, string? autocomplete = null)
    {
        var (type, extra) = field.Kind switch
        {
            FieldKind.Date => ("date", " w-input--date"),
            FieldKind.Number => ("text", " w-input--number"),
            FieldKind.Password => ("password", ""),
            FieldKind.Email => ("email", ""),
            FieldKind.File => ("file", ""),
            _ => ("text", " w-input--wide"),
        };
        var input = Named("input", field, "utrecht-textbox utrecht-textbox--html-input" + extra);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        input.Attributes["type"] = type;
        input.Attributes["autocomplete"] = autocomplete ?? "off";
        if (field.Kind == FieldKind.Number)
        {
            input.Attributes["inputmode"] = "decimal";
        }

        if (field.Value is not null && field.Kind is not (FieldKind.Password or FieldKind.File))
        {
            input.Attributes["value"] = field.Value;
        }

        return input;
    }

    public static void Tie(TagBuilder control, FieldState field, bool hasHint, bool required)
    {
        control.MergeAttribute("aria-describedby", Describes(field, hasHint));
        if (control.Attributes["aria-describedby"] is null)
        {
            control.Attributes.Remove("aria-describedby");
        }

        if (field.Errors.Count > 0)
        {
            control.Attributes["aria-invalid"] = "true";
        }

        if (required && field.Kind != FieldKind.Checkbox)
        {
            control.Attributes["aria-required"] = "true";
        }
    }

    private static TagBuilder Named(string tag, FieldState field, string styles)
    {
        var control = new TagBuilder(tag);
        control.AddCssClass(styles);
        control.Attributes["id"] = field.Id;
        control.Attributes["name"] = field.Name;
        return control;
    }

    private static TagBuilder Select(FieldState field, IEnumerable<SelectListItem> items, bool required)
    {
        var select = Named("select", field, "utrecht-select utrecht-select--html-select");
        var all = items.ToList();
        if (!all.Any(i => i.Value?.Length == 0) && (!required || string.IsNullOrEmpty(field.Value)))
        {
            all.Insert(0, new SelectListItem("", ""));
        }

        foreach (var item in all)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value ?? item.Text;
            if ((item.Value ?? item.Text) == (field.Value ?? ""))
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private static TagBuilder Radios(FieldState field, IEnumerable<SelectListItem> items)
    {
        var list = new TagBuilder("div");
        list.AddCssClass("w-choices");
        foreach (var item in items)
        {
            var value = item.Value ?? item.Text;
            var radio = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            radio.Attributes["type"] = "radio";
            radio.Attributes["name"] = field.Name;
            radio.Attributes["value"] = value;
            if (value == field.Value)
            {
                radio.Attributes["checked"] = "checked";
            }

            list.InnerHtml.AppendHtml("<label class=\"w-choice\">").AppendHtml(radio).AppendHtml("<span>").Append(item.Text).AppendHtml("</span></label>");
        }

        return list;
    }

    private static TagBuilder Checkbox(FieldState field)
    {
        var box = Named("input", field, "w-check");
        box.TagRenderMode = TagRenderMode.SelfClosing;
        box.Attributes["type"] = "checkbox";
        box.Attributes["value"] = "true";
        if (field.Value is { } value && value.StartsWith("true", StringComparison.OrdinalIgnoreCase))
        {
            box.Attributes["checked"] = "checked";
        }

        return box;
    }

    /// <summary>An unchecked box sends nothing, so a hidden "false" goes with it.</summary>
    private static IHtmlContentBuilder WithUnchecked(FieldState field, IHtmlContent box)
    {
        var off = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        off.Attributes["type"] = "hidden";
        off.Attributes["name"] = field.Name;
        off.Attributes["value"] = "false";
        return new HtmlContentBuilder().AppendHtml(box).AppendHtml(off);
    }
}
