using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Journal;

/// <summary>Marks a route of the API that can't be asked how it was.</summary>
internal sealed record HasNoPast;

/// <summary>
/// <c>?on=2026-03-01</c> on a page or route of the steps answers as it was at the end of that day (or at a moment), by
/// giving the request the database of then. Nothing can be changed there.
/// </summary>
internal static class PastRequests
{
    public const string Parameter = "on";
    public const string ExactMoment = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public static void UsePast(this WebApplication app) => app.Use(async (http, next) =>
    {
        var asked = http.Request.Query[Parameter].ToString();
        if (asked.Length == 0 || http.GetEndpoint() is not { } endpoint || !Shows(endpoint))
        {
            await next(http);
        }
        else if (MomentOf(http, asked) is { } at)
        {
            await InThePastAsync(http, at, asked, next);
        }
        else if (http.Response.StatusCode == StatusCodes.Status200OK)
        {
            await next(http);
        }
    });

    /// <summary>Whether a page or route shows what the steps hold: those of accounts and of the journal have no past.</summary>
    public static bool Shows(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
            ? page.RelativePath.StartsWith("/WorkingMethod/", StringComparison.Ordinal) || page.RelativePath is "/Platform/Thread/Pages/Thread.cshtml" or "/Platform/Thread/Pages/Search.cshtml"
            : ShowsPast(endpoint.Metadata);

    public static bool ShowsPast(IEnumerable<object> metadata) =>
        !metadata.OfType<HasNoPast>().Any() && metadata.OfType<NeedsPermission>().Any(n => n.Permission == Permission.Read)
        && metadata.OfType<Microsoft.AspNetCore.Routing.HttpMethodMetadata>().Any(m => m.HttpMethods.Contains("GET"));

    /// <summary>Says that a route is about accounts or the journal, which are only as they are now.</summary>
    public static RouteHandlerBuilder HasNoPast(this RouteHandlerBuilder route) => route.WithMetadata(new HasNoPast());

    /// <summary>The end of a day here, or a moment; null for now.</summary>
    /// <exception cref="InvalidInput">It is neither.</exception>
    public static DateTimeOffset? Parse(string asked, DateTimeOffset now)
    {
        var at = DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? day.AddDays(1).Begins().AddMicroseconds(-1)
            : DateTimeOffset.TryParseExact(asked, ["yyyy-MM-dd'T'HH:mm:ss'Z'", ExactMoment], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment
                : throw new InvalidInput(Parameter, "journal.error.on");
        return at >= now ? null : at;
    }

    private static DateTimeOffset? MomentOf(HttpContext http, string asked)
    {
        try
        {
            var at = Parse(asked, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
            return HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) ? at : throw new InvalidInput(Parameter, "journal.error.on-reads");
        }
        catch (InvalidInput wrong) when (!http.Request.Path.StartsWithSegments("/api"))
        {
            http.RefuseOnPage(StatusCodes.Status400BadRequest, "", wrong.Errors[0].Key);
            return null;
        }
    }

    private static async Task InThePastAsync(HttpContext http, DateTimeOffset at, string asked, RequestDelegate next)
    {
        var (outer, current) = (http.RequestServices, http.RequestServices.GetRequiredService<CurrentActor>());
        try
        {
            using var past = await outer.GetRequiredService<Pasts>().AtAsync(at, http.RequestAborted);
            await using var scope = outer.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            var inner = scope.ServiceProvider.GetRequiredService<CurrentActor>();
            current.Lend(inner, current.Actor.OnlyReading());
            inner.Past = past;
            http.RequestServices = scope.ServiceProvider;
            await outer.GetRequiredService<PastLinks>().KeepAsync(http, asked, next);
            if (http.Response is { StatusCode: StatusCodes.Status404NotFound, HasStarted: false } && await NotYet.OfAsync(http, past, outer) is { } notYet)
            {
                http.Features.Set(notYet);
            }
        }
        catch (BrokenRule removed) when (removed.Key == "journal.rule.past-removed" && !http.Request.Path.StartsWithSegments("/api"))
        {
            http.RefuseOnPage(StatusCodes.Status409Conflict, "", removed.Key);
        }
        finally
        {
            http.RequestServices = outer;
        }
    }
}
