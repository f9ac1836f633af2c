using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Weerbaar.Tests;

/// <summary>The pages as a test reads them and fills in their forms.</summary>
internal static class FormPages
{
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {answer.StatusCode}");
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Posts the main form of a page as a browser would: with all it holds, and other values where they are given.</summary>
    public static async Task<IHtmlDocument> SubmitAsync(this HttpClient client, string path, IHtmlDocument page, params (string Name, string Value)[] values)
    {
        var answer = await client.PostAsync(path, new FormUrlEncodedContent(Filled(page, values)));
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
    }

    public static string MainText(this IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    public static string? Value(this IHtmlDocument page, string name) => page.QuerySelector($"main [name='{name}']") switch
    {
        IHtmlInputElement { Type: "radio" } => page.QuerySelector<IHtmlInputElement>($"main [name='{name}']:checked")?.Value,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };

    private static IEnumerable<KeyValuePair<string, string>> Filled(IHtmlDocument page, (string Name, string Value)[] values)
    {
        var given = values.Select(v => v.Name).ToHashSet();
        var kept = page.QuerySelectorAll("main form[method=post] [name]").Where(e => !given.Contains(e.GetAttribute("name")!)).SelectMany(Kept);
        return kept.Concat(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
    }

    private static IEnumerable<KeyValuePair<string, string>> Kept(IElement element) => element switch
    {
        IHtmlButtonElement => [],
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
        IHtmlInputElement input => [KeyValuePair.Create(input.Name!, input.Value)],
        IHtmlTextAreaElement area => [KeyValuePair.Create(area.Name!, area.Value)],
        IHtmlSelectElement select => [KeyValuePair.Create(select.Name!, select.Value ?? "")],
        _ => [],
    };
}
