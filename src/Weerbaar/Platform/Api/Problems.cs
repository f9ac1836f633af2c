using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Api;

/// <summary>The one place where an exception becomes an answer of the API: a problem with a title and what to do.</summary>
internal sealed class Problems(Texts texts, IProblemDetailsService problems, ILogger<Problems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!Api.IsForProgram(httpContext))
        {
            return false;
        }

        Languages.Resume(httpContext);
        var problem = Of(exception);
        if (problem.Status >= 500)
        {
            log.LogError(exception, "Defect in {Method} {Path}", httpContext.Request.Method, httpContext.Request.Path);
        }
        else
        {
            log.LogInformation("Refused {Method} {Path}: {Status}", httpContext.Request.Method, httpContext.Request.Path, problem.Status);
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private ProblemDetails Of(Exception exception) => exception switch
    {
        InvalidInput invalid => Invalid(invalid),
        BrokenRule rule => Problem(409, "api.problem.rule", texts[rule.Key, rule.Values], rule.Key),
        NotThere => Problem(404, "api.problem.not-there", texts["api.problem.not-there.detail"], "not-there"),
        Forbidden => Problem(403, "api.problem.forbidden", texts["api.problem.forbidden.detail"], "forbidden"),
        FromElsewhere => Problem(403, "api.problem.elsewhere", texts["api.problem.elsewhere.detail"], "elsewhere"),
        VersionMissing => Problem(428, "api.problem.version-missing", texts["api.problem.version-missing.detail"], "version-missing"),
        DbUpdateConcurrencyException => Problem(412, "api.problem.changed", texts["api.problem.changed.detail"], "changed"),
        AlreadyThere => Problem(412, "api.problem.changed", texts["api.problem.changed.detail"], "changed"),
        BadHttpRequestException { StatusCode: 413 } => Problem(413, "api.problem.too-large", texts["api.problem.too-large.detail", InputLimits.LargestMegabytes], "too-large"),
        BadHttpRequestException { StatusCode: 415 } => Problem(415, "api.problem.media-type", texts["api.problem.media-type.detail"], "media-type"),
        BadHttpRequestException bad => Problem(bad.StatusCode, "api.problem.invalid", texts["api.problem.unreadable"], "unreadable"),
        _ => Problem(500, "api.problem.defect", texts["api.problem.defect.detail"], "defect"),
    };

    private ProblemDetails Invalid(InvalidInput invalid) => new HttpValidationProblemDetails(
        invalid.Errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => texts[e.Key, e.Values]).ToArray()))
    {
        Type = TypeOf("invalid"),
        Status = 400,
        Title = texts["api.problem.invalid"],
        Detail = string.Join(" ", invalid.Errors.Select(e => e.Field.Length == 0 ? texts[e.Key, e.Values] : $"{e.Field}: {texts[e.Key, e.Values]}")),
    };

    private ProblemDetails Problem(int status, string titleKey, string detail, string type) =>
        new() { Type = TypeOf(type), Status = status, Title = texts[titleKey], Detail = detail };

    private static string TypeOf(string name) => $"urn:weerbaar:problem:{name}";
}
