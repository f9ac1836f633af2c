using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Weerbaar.Platform.Site.Components;

/// <summary>Our own small set of stroke icons on a 24 × 24 grid. They never stand alone: a word is beside or in them.</summary>
public static class Icons
{
    private static readonly Dictionary<string, string> paths = new(StringComparer.Ordinal)
    {
        ["home"] = "M4 11 12 4l8 7M6 10v9h4v-5h4v5h4v-9",
        ["signals"] = "M12 12h.01M8.5 15.5a5 5 0 0 1 0-7M15.5 8.5a5 5 0 0 1 0 7M5.5 18.5a9 9 0 0 1 0-13M18.5 5.5a9 9 0 0 1 0 13",
        ["threats"] = "M12 4 3 19h18L12 4ZM12 10v4M12 16.5h.01",
        ["scenarios"] = "M6 4h9l4 4v12H6V4ZM14 4v5h5M9 13h7M9 16.5h5",
        ["assessment"] = "M4 4v16h16M8 16h.01M11 12h.01M15 13h.01M17 7h.01M8 8h.01",
        ["decisions"] = "M4 20h9M14 4l6 6M11 7l6 6M13 5l-4 4 6 6 4-4M11 11l-7 7",
        ["capabilities"] = "M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 16h7M16.5 12.5v7",
        ["measures"] = "M4 6l1.5 1.5L8 5M4 12l1.5 1.5L8 11M4 18l1.5 1.5L8 17M11 6.5h9M11 12.5h9M11 18.5h9",
        ["reports"] = "M5 4h14v16H5zM8.5 16v-3M12 16V8M15.5 16v-5",
        ["vital"] = "M12 3 9 12h6l-3 9M5 7a9 9 0 0 0 0 10M19 7a9 9 0 0 1 0 10",
        ["crisis"] = "M12 3v2M5 6l1.5 1.5M19 6l-1.5 1.5M7 18v-5a5 5 0 0 1 10 0v5M4.5 18h15v2.5h-15z",
        ["exercises"] = "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM12 12h.01",
        ["methods"] = "M5 4h6a2 2 0 0 1 2 2v14a2 2 0 0 0-2-2H5V4ZM21 4h-6a2 2 0 0 0-2 2v14a2 2 0 0 1 2-2h6V4Z",
        ["administration"] = "M5 6h8M17 6h2M5 12h2M11 12h8M5 18h8M17 18h2M15 4v4M9 10v4M15 16v4",
        ["journal"] = "M7 4h11v16H7a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2ZM5 17h13M9 8h5",
        ["thread"] = "M5 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM19 4a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM19 15a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM8 11l8.5-3.5M8 13l8.5 3.5",
        ["people"] = "M9 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM3.5 19a5.5 5.5 0 0 1 11 0M16 6a2.5 2.5 0 0 1 0 5M17 14a5 5 0 0 1 3.5 5",
        ["person"] = "M12 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM5 20a7 7 0 0 1 14 0",
        ["brand"] = "M12 3 5 6v5c0 4.5 3 8 7 10 4-2 7-5.5 7-10V6l-7-3ZM8.5 12l2.5 2.5 4.5-5",
        ["search"] = "M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM15.5 15.5 20 20",
        ["menu"] = "M4 7h16M4 12h16M4 17h16",
        ["more"] = "M5.5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2ZM12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2ZM18.5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2Z",
        ["close"] = "M6 6l12 12M18 6 6 18",
        ["bell"] = "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15L6 17ZM10 21h4",
        ["language"] = "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17",
        ["done"] = "M5 12.5 10 17.5 19 7",
        ["current"] = "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
        ["todo"] = "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Z",
        ["late"] = "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 8v4.5l3 2",
        ["info"] = "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 11.5V16M12 8h.01",
        ["warning"] = "M12 4 3 19h18L12 4ZM12 10v4M12 16.5h.01",
        ["error"] = "M8.5 4h7L20 8.5v7L15.5 20h-7L4 15.5v-7L8.5 4ZM12 8v4.5M12 15.5h.01",
        ["draft"] = "M5 19l1-4L16 5l3 3L9 18l-4 1ZM14 7l3 3",
        ["add"] = "M12 5v14M5 12h14",
        ["edit"] = "M5 19l1-4L16 5l3 3L9 18l-4 1ZM14 7l3 3",
        ["delete"] = "M5 7h14M10 7V4.5h4V7M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5",
        ["download"] = "M12 4v11M7.5 11 12 15.5 16.5 11M5 19.5h14",
        ["print"] = "M7 9V4h10v5M7 16H4V9h16v7h-3M7 13h10v7H7z",
        ["link"] = "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
        ["calendar"] = "M5 6h14v14H5zM5 10.5h14M9 3.5V8M15 3.5V8",
        ["lock"] = "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
        ["columns"] = "M4 5h16v14H4zM9.5 5v14M14.5 5v14",
        ["up"] = "M12 18V6M7 11l5-5 5 5",
        ["down"] = "M12 6v12M7 13l5 5 5-5",
        ["next"] = "M9 6l6 6-6 6",
        ["previous"] = "M15 6l-6 6 6 6",
        ["unsorted"] = "M8 10l4-4 4 4M8 14l4 4 4-4",
        ["flask"] = "M10 4h4M10.5 4v6L5 19.5h14L13.5 10V4M8 15h8",
        ["question"] = "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM9.8 9.8a2.3 2.3 0 1 1 3.2 2.1c-.7.3-1 .8-1 1.6M12 16h.01",
        ["history"] = "M4.5 9A8 8 0 1 1 4 13M4 5v4.5h4.5M12 8v4.5l3 2",
        ["empty"] = "M4 13l3-8h10l3 8v6H4v-6ZM4 13h5l1 2.5h4l1-2.5h5",
    };

    public static IReadOnlyCollection<string> Names => paths.Keys;

    public static IHtmlContent Icon(string name) => new HtmlString(
        "<svg class=\"w-icon\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.75\" "
        + "stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\" focusable=\"false\"><path d=\""
        + PathOf(name) + "\"/></svg>");

    private static string PathOf(string name) => paths.TryGetValue(name, out var path)
        ? path
        : throw new KeyNotFoundException($"There is no icon named '{name}'.");
}

/// <summary><c>&lt;w-icon name="threats" /&gt;</c></summary>
[HtmlTargetElement("w-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Icon(Name));
    }
}
