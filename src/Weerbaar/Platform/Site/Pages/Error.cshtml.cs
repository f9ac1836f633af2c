using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Journal;

namespace Weerbaar.Platform.Site.Pages;

/// <summary>What went wrong in words, what to do now, and a reference for whoever helps. Never a stack trace.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    private static readonly int[] known = [400, 401, 403, 404, 409, 412, 413, 429, 500, 503];

    public string Key { get; private set; } = "500";

    /// <summary>What is wrong in particular, when that is known.</summary>
    public string? Why => HttpContext.Features.Get<Refusal>()?.Why;

    /// <summary>It was asked as it was before it existed, and who asks may see it now.</summary>
    public NotYet? NotYet => HttpContext.Features.Get<NotYet>();

    /// <summary>The address that was asked for.</summary>
    public string Path => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";

    public string Reference => HttpContext.RequestServices.GetService<CurrentActor>()?.RequestId ?? HttpContext.TraceIdentifier;

    /// <summary>Whatever the method of the request that failed, and without reading its form: that may be what is wrong.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failed = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException;
        var code = failed?.StatusCode ?? int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        var shown = known.Contains(code) ? code : code < 500 ? 400 : 500;
        Key = shown.ToString(CultureInfo.InvariantCulture);
        Response.StatusCode = code is >= 400 and < 600 ? code : 404;
    }
}
