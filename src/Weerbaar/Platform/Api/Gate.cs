using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Api;

/// <summary>
/// What every request passes before its route or page: is there such a method, may they, and is all they sent fit to be
/// read. In this order, so that who may not do something learns nothing about its fields.
/// </summary>
internal static class Gate
{
    public static void UseGate(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint() is not { } endpoint || await PassesAsync(http, endpoint))
        {
            await next(http);
        }
    });

    private static async Task<bool> PassesAsync(HttpContext http, Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page)
        {
            return IsErrorPage(http) || (PageHas(http, page) && PageCanRead(http, endpoint));
        }

        OwnSite.Require(http);
        if (endpoint.Metadata.GetMetadata<NeedsPermission>() is { } needed)
        {
            http.RequestServices.GetRequiredService<CurrentActor>().Actor.NeedSomewhere(needed.Permission);
        }

        SentValues.Check(http, endpoint).ThrowIfAny();
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type })
        {
            await SentJson.CheckAsync(http, type);
        }

        return true;
    }

    /// <summary>Shown in place of what failed, with the method and the form of that.</summary>
    public static bool IsErrorPage(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;

    /// <summary>A page that has no handler for a method would be drawn without having read anything.</summary>
    private static bool PageHas(HttpContext http, CompiledPageActionDescriptor page)
    {
        var methods = page.HandlerMethods.Select(m => m.HttpMethod.ToUpperInvariant()).Append("GET").Append("HEAD").Distinct().ToList();
        if (methods.Contains(http.Request.Method))
        {
            return true;
        }

        http.Response.Headers.Allow = string.Join(", ", methods);
        http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        http.Request.Method = HttpMethods.Get; // for the error page: Razor answers OPTIONS by itself, with 200
        return false;
    }

    private static bool PageCanRead(HttpContext http, Endpoint endpoint)
    {
        if (http.Request.ContentLength > InputLimits.LargestBody)
        {
            http.RefuseOnPage(StatusCodes.Status413PayloadTooLarge, "", "api.problem.too-large.detail", InputLimits.LargestMegabytes);
            return false;
        }

        if (SentValues.Check(http, endpoint).First is { } error)
        {
            http.RefuseOnPage(StatusCodes.Status400BadRequest, error.Field, error.Key, error.Values);
            return false;
        }

        return true;
    }
}
