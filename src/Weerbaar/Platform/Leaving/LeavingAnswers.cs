using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Leaving;

/// <summary>Marks a route of the API whose answer leaves the program; the OpenAPI document then names the recipient.</summary>
public sealed record LeavesProgram;

/// <summary>
/// What leaves over the API: above public only to a named recipient, and never above what the actor may share. Whatever a
/// program asks for leaves, so no answer gives it more than that; it is known who has it: the key is the recipient.
/// </summary>
internal static class LeavingAnswers
{
    private const string Preview = "preview";

    /// <summary>What such a route takes after the question mark besides its own.</summary>
    public static IReadOnlyList<string> Names { get; } = [LeavingFilter.Recipient, Preview];

    /// <summary>Proxies take a header so long and no longer.</summary>
    private const int mostRecipients = 100;

    public static RouteHandlerBuilder Leaves(this RouteHandlerBuilder route) => route.WithMetadata(new LeavesProgram());

    public static async ValueTask<object?> FilterAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var answer = await next(call);
        var http = call.HttpContext;
        var desk = http.RequestServices.GetRequiredService<DepartureDesk>();
        if (desk.File is { } file)
        {
            _ = http.GetEndpoint()?.Metadata.GetMetadata<LeavesProgram>()
                ?? throw new InvalidOperationException($"The route that sends {file.Verb} does not say that it does: call Leaves() on it.");
            var recipient = http.Request.Query[LeavingFilter.Recipient].ToString();
            var departure = await desk.WeighAsync(http.RequestAborted);
            if (IsPreview(http.Request))
            {
                desk.CheckPreview(departure);
                await desk.RecordPreviewAsync(departure, http.RequestAborted);
                Tell(http.Response.Headers, departure, desk, recipient);
            }
            else
            {
                desk.Check(departure, recipient);
                await desk.RecordAsync(departure, recipient, http.RequestAborted);
            }
        }
        else if (!await desk.MayGiveAsync(http.Request.Query.ContainsKey("q"), http.RequestAborted))
        {
            // What it wrote stays written; it hears no more of it than that.
            return HttpMethods.IsGet(http.Request.Method) ? throw desk.AboveCeiling() : TypedResults.NoContent();
        }

        return answer;
    }

    /// <exception cref="InvalidInput">It is neither true nor false.</exception>
    private static bool IsPreview(HttpRequest request)
    {
        var asked = request.Query[Preview].ToString();
        new InputCheck().Require(asked.Length == 0 || bool.TryParse(asked, out _), Preview, "api.error.flag").ThrowIfAny();
        return bool.TryParse(asked, out var preview) && preview;
    }

    /// <summary>Beside the content as it would leave: its level, how much of each level is in it, who may have it, and whether it may go to whom was named.</summary>
    private static void Tell(IHeaderDictionary headers, Departure departure, DepartureDesk desk, string recipient)
    {
        headers["Weerbaar-Highest"] = departure.Highest.ToString();
        headers["Weerbaar-Counts"] = string.Join(", ", departure.Counts.OrderByDescending(c => c.Key).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}={c.Value}")));
        headers["Weerbaar-Recipients"] = string.Join(", ", desk.RecipientsOf(departure).Select(o => o.Code).Take(mostRecipients));
        headers["Weerbaar-May-Leave"] = desk.MayGo(departure, recipient) ? "true" : "false";
    }

    public static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<LeavesProgram>().Any())
        {
            Add(operation, LeavingFilter.Recipient, "The organisation it is for, by its code; asked for when not all of it is for everybody", JsonSchemaType.String);
            Add(operation, Preview, "Only look: the answer is what would leave, and its headers Weerbaar-Highest, Weerbaar-Counts, Weerbaar-Recipients and Weerbaar-May-Leave say how high it is marked, how much of each level is in it, who may have it, and whether it may go to the recipient", JsonSchemaType.Boolean);
        }
    }

    private static void Add(OpenApiOperation operation, string name, string description, JsonSchemaType type)
    {
        if (operation.Parameters?.Any(p => p.Name == name) != true)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = description, Schema = new OpenApiSchema { Type = type } });
        }
    }
}
