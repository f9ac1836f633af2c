using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Leaving;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Api;

/// <summary>The HTTP API: one group under <c>/api/v1</c>, closed to who is not signed in, with its OpenAPI document.</summary>
public static class Api
{
    public const string Version = "0.1.0";

    public static void AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails(o => o.CustomizeProblemDetails = BareStatuses.Explain);
        services.AddExceptionHandler<DatabaseGone>();
        services.AddExceptionHandler<Problems>();
        services.AddOpenApi("v1", OpenApiDocumentRules.Apply);
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            o.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.RespectRequiredConstructorParameters = true;
            o.SerializerOptions.AllowDuplicateProperties = false;
            o.SerializerOptions.MaxDepth = InputLimits.DeepestNesting;
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        });
    }

    /// <summary>Whether a program reads the answer, and no person: then what goes wrong is a problem and not a page.</summary>
    public static bool IsForProgram(HttpContext http) => http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/live");

    /// <summary>Problems for routes of the API; pages have pages for what goes wrong.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.Use(AnswerHeadAsGet);
        app.UseWhen(IsForProgram, api =>
        {
            api.Use(TellVersionAsync);
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
    }

    /// <summary>The group every step maps its routes on; what it answers names no object that the reader may not see.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();
        app.MapGet("/api", LeadToDescription).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/api/v1", LeadToDescription).AllowAnonymous().ExcludeFromDescription();
        return app.MapGroup("/api/v1").RequireAuthorization().AddEndpointFilter(async (call, next) =>
        {
            call.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(call);
        }).AddEndpointFilter(LeavingAnswers.FilterAsync).AddEndpointFilter(VisibleAnswers.FilterAsync);
    }

    /// <summary>Refuses the route to who lacks the permission, before anything is read.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, Permission permission) =>
        route.WithMetadata(new NeedsPermission(permission));

    private static IResult LeadToDescription() => TypedResults.LocalRedirect("/api/v1/openapi.json");

    /// <summary>The server leaves the body out by itself (RFC 9110 §9.3.2). Pages know HEAD already.</summary>
    private static Task AnswerHeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method) && (http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/health")))
        {
            http.Request.Method = HttpMethods.Get;
        }

        return next(http);
    }

    /// <summary>Every answer tells the version, problems and the document itself too.</summary>
    private static Task TellVersionAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(() =>
        {
            http.Response.Headers["API-Version"] = Version;
            http.Response.Headers.TryAdd("Cache-Control", "no-store");
            return Task.CompletedTask;
        });
        return next(http);
    }
}

/// <summary>The permission a route needs, for the gate and the role matrix.</summary>
public sealed record NeedsPermission(Permission Permission);
