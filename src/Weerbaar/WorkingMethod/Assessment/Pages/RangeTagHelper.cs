using Microsoft.AspNetCore.Razor.TagHelpers;
using Weerbaar.Analysis.Scales;

namespace Weerbaar.WorkingMethod.Assessment.Pages;

/// <summary><c>&lt;w-range range="r" scale="s" /&gt;</c>: impact classes as they were entered, on the ramp of their scale.</summary>
[HtmlTargetElement("w-range", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RangeTagHelper : TagHelper
{
    public ClassRange? Range { get; set; }

    public ImpactScale Scale { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Range is { } range && Scale.Find(range.Lower) is { } lower && Scale.Find(range.Best) is { } best && Scale.Find(range.Upper) is { } upper)
        {
            output.Content.SetHtmlContent(ClassMarks.Range(lower, best, upper, Scale));
        }
        else
        {
            output.Content.SetContent(Range?.ToString() ?? "–");
        }
    }
}
