using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Template;

namespace Weerbaar.Platform.Journal;

/// <summary>
/// Keeps who looks at the past there: what a page of then links to, or asks with a form, is as it was then too, as far as
/// it has a past. Done on the page as it leaves, so that no page, table or drawing has to know.
/// </summary>
internal sealed partial class PastLinks(EndpointDataSource all)
{
    private readonly Lazy<IReadOnlyList<TemplateMatcher>> withPast = new(() =>
        [.. all.Endpoints.OfType<RouteEndpoint>().Where(PastRequests.Shows).Select(e => new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText!.TrimStart('/')), new RouteValueDictionary()))]);

    /// <summary>Answers a request, and keeps the links of the page it gives in the past.</summary>
    /// <param name="http">The request.</param>
    /// <param name="on">The day or moment that was asked for, which is one.</param>
    /// <param name="next">Gives the answer.</param>
    public async Task KeepAsync(HttpContext http, string on, RequestDelegate next)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is null)
        {
            await next(http);
            return;
        }

        var real = http.Response.Body;
        using var page = new MemoryStream();
        http.Response.Body = page;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = real;
        }

        // Where there is no answer yet, an error page may still take its place.
        if (page.Length > 0)
        {
            await real.WriteAsync(Kept(http.Response, page.ToArray(), on), http.RequestAborted);
        }
    }

    private byte[] Kept(HttpResponse response, byte[] answer, string on)
    {
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true)
        {
            return answer;
        }

        var page = Encoding.UTF8.GetBytes(Kept(Encoding.UTF8.GetString(answer), on));
        response.ContentLength = page.Length;
        return page;
    }

    private string Kept(string page, string on)
    {
        var then = $"{PastRequests.Parameter}={on}";
        var linked = Link().Replace(page, link => link.Value + (HasPast(link.Groups["path"].Value) ? (link.Groups["query"].Success ? "&amp;" : "?") + then : ""));
        return AskingForm().Replace(linked, form => $"""{form.Value}<input type="hidden" name="{PastRequests.Parameter}" value="{on}" />""");
    }

    private bool HasPast(string path) => withPast.Value.Any(p => p.TryMatch(Uri.UnescapeDataString(WebUtility.HtmlDecode(path)), new RouteValueDictionary()));

    /// <summary>
    /// A link to another page here, up to what follows a <c>#</c> that is none of an encoded character; not one that says
    /// itself which moment, and not the one that leads back to now.
    /// </summary>
    [GeneratedRegex("""<a\b(?![^<>]*\bdata-now\b)[^<>]*?\shref="(?<path>/(?:[^"?#]|(?<=&)#)*)(?<query>\?(?!(?:[^"]*&amp;)?on=)(?:[^"#]|(?<=&)#)*)?(?=["#])""")]
    private static partial Regex Link();

    /// <summary>The beginning of a form that asks for a page and does not say yet which moment.</summary>
    [GeneratedRegex("""<form\b[^<>]*?\bmethod="get"[^<>]*>(?!(?:(?!</form>).)*\bname="on")""", RegexOptions.Singleline)]
    private static partial Regex AskingForm();
}
