using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Api;

/// <summary>Words for a problem that is a status and nothing more: not signed in, no such route.</summary>
internal static class BareStatuses
{
    public static void Explain(ProblemDetailsContext context)
    {
        if (context.ProblemDetails.Detail is not null)
        {
            return;
        }

        Languages.Resume(context.HttpContext);
        var texts = context.HttpContext.RequestServices.GetRequiredService<Texts>();
        var key = context.ProblemDetails.Status switch
        {
            401 => "api.problem.signed-out",
            403 => "api.problem.forbidden",
            404 => "api.problem.not-there",
            405 => "api.problem.method",
            415 => "api.problem.media-type",
            429 => "api.problem.too-many",
            _ => null,
        };
        context.ProblemDetails.Title = key is null ? context.ProblemDetails.Title : texts[key];
        context.ProblemDetails.Detail = texts[key is null ? "api.problem.unreadable" : $"{key}.detail"];
    }
}
