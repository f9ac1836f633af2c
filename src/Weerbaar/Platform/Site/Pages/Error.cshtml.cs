using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Weerbaar.Platform.Site.Pages;

/// <summary>What went wrong in words, what to do now, and a reference for whoever helps. Never a stack trace.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] known = [400, 401, 403, 404, 409, 412, 413, 429, 500, 503];

    public string Key { get; private set; } = "500";

    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        var shown = known.Contains(code) ? code : code < 500 ? 400 : 500;
        Key = shown.ToString(CultureInfo.InvariantCulture);
        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
    }
}
