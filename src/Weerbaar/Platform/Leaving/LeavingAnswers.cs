using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Weerbaar.Platform.Leaving;

/// <summary>Marks a route of the API whose answer leaves the program; the OpenAPI document then names the recipient.</summary>
public sealed record LeavesProgram;

/// <summary>
/// What leaves over the API: above public only to a named recipient, and never above what the actor may share. Whatever a
/// program asks for leaves, so no answer gives it more than that; it is known who has it: the key is the recipient.
/// </summary>
internal static class LeavingAnswers
{
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
            desk.Check(departure, recipient);
            await desk.RecordAsync(departure, recipient, http.RequestAborted);
        }
        else if (!await desk.MayGiveAsync(http.RequestAborted))
        {
            // What it wrote stays written; it hears no more of it than that.
            return HttpMethods.IsGet(http.Request.Method) ? throw desk.AboveCeiling() : TypedResults.NoContent();
        }

        return answer;
    }

    public static void Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<LeavesProgram>().Any()
            && operation.Parameters?.Any(p => p.Name == LeavingFilter.Recipient) != true)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = LeavingFilter.Recipient,
                In = ParameterLocation.Query,
                Description = "The organisation it is for, by its code; asked for when not all of it is for everybody",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }
    }
}
