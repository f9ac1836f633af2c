using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.CommandLine;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Api;

/// <summary>
/// Says that the database can't be reached, on a page and in the API alike, without asking it anything: 503, with when to
/// try again. Which request it was is in the log, and what to do about it.
/// </summary>
internal sealed class DatabaseGone(Texts texts, IProblemDetailsService problems, ILogger<DatabaseGone> log) : IExceptionHandler
{
    private const int seconds = 5;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (DatabaseTrouble.Of(exception) is not { } trouble)
        {
            return false;
        }

        log.LogError("{Method} {Path}: the database {Trouble}", httpContext.Request.Method, httpContext.Request.Path, trouble);
        Languages.Resume(httpContext);
        httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        httpContext.Response.Headers.CacheControl = "no-store";
        var wrote = HttpMethods.IsGet(httpContext.Request.Method) || HttpMethods.IsHead(httpContext.Request.Method) ? "read" : "write";
        if (Api.IsForProgram(httpContext))
        {
            return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = Problem(wrote) });
        }

        await httpContext.Response.WriteAsync(Page(wrote), cancellationToken);
        return true;
    }

    private ProblemDetails Problem(string wrote) => new()
    {
        Type = "urn:weerbaar:problem:unavailable",
        Status = StatusCodes.Status503ServiceUnavailable,
        Title = texts["site.status.503.title"],
        Detail = texts[$"api.problem.unavailable.{wrote}"],
    };

    /// <summary>A page by itself: the frame of the others shows what only the database knows.</summary>
    private string Page(string wrote)
    {
        string Word(string key) => WebUtility.HtmlEncode(texts[key]);
        return $"""
            <!DOCTYPE html>
            <html lang="{Languages.Here}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{Word("site.status.503.title")} – Weerbaar</title></head>
            <body><main><h1>{Word("site.status.503.title")}</h1><p>{Word($"api.problem.unavailable.{wrote}")}</p><p><a href="/">{Word("site.status.home")}</a></p></main></body>
            </html>
            """;
    }
}
