using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Leaving;

/// <summary><c>&lt;w-button w-leaves href="…"&gt;</c>: a way to download something is drawn only where what the page shows may leave at all.</summary>
[HtmlTargetElement(Attributes = "w-leaves")]
public sealed class LeavesTagHelper(IServiceProvider services) : TagHelper
{
    /// <summary>After what draws the element.</summary>
    public override int Order => int.MaxValue;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("w-leaves");
        if (services.GetService<DepartureDesk>()?.MayLeave == false)
        {
            output.SuppressOutput();
        }
    }
}
