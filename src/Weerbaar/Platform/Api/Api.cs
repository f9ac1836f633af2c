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

    /// <summary>Problems for routes of the API; pages have pages for what goes wrong.</summary>
    public static void UseApi(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api =>
        {
            api.Use(TellVersionAsync);
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });

    /// <summary>The group every step maps its routes on; what it answers names no object that the reader may not see.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();
        return app.MapGroup("/api/v1").RequireAuthorization().AddEndpointFilter(async (call, next) =>
        {
            call.HttpContext.Response.Headers.CacheControl = "no-store";
            return await next(call);
        }).AddEndpointFilter(LeavingAnswers.FilterAsync).AddEndpointFilter(VisibleAnswers.FilterAsync);
    }

    /// <summary>Refuses the route to who lacks the permission, before anything is read.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, Permission permission) =>
        route.WithMetadata(new NeedsPermission(permission));

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
