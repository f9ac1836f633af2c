using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Weerbaar.Platform.Journal;

namespace Weerbaar.Platform.Api;

/// <summary>What the NL API Design Rules ask of the document: contact, server, version header, problems.</summary>
internal static class OpenApiDocumentRules
{
    private static readonly string[] problemStatuses = ["400", "401", "403", "404"];
    private static readonly string[] versionStatuses = ["412", "428"];

    public static void Apply(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } id ? NameOf(type.Type, id) : null;
        options.AddDocumentTransformer((document, _, _) => Describe(document));
        options.AddOperationTransformer((operation, context, _) => Complete(operation, context));
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type.IsEnum)
            {
                schema.Type = JsonSchemaType.String;
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>A record inside the class of a verb is named after both: every verb has its own Request.</summary>
    private static string NameOf(Type type, string otherwise) => type switch
    {
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(Listing<>) => $"ListingOf{NameOf(type.GetGenericArguments()[0], otherwise["ListingOf".Length..])}",
        { DeclaringType: { } verb } => verb.Name + type.Name,
        _ => otherwise,
    };

    private static Task Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Weerbaar",
            Version = Api.Version,
            Description = "The working method of national security: threats, scenarios, assessment, decisions, capabilities, measures, reports.",
            Contact = new OpenApiContact
            {
                Name = "Weerbaar",
                Email = "weerbaar@example.org",
                Url = new Uri("https://example.org/weerbaar"),
            },
            License = new OpenApiLicense { Name = "EUPL-1.2", Url = new Uri("https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12") },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        DescribeSigningIn(document);
        return Task.CompletedTask;
    }

    /// <summary>A program sends its key, a browser its cookie; one of the two is needed everywhere.</summary>
    private static void DescribeSigningIn(OpenApiDocument document)
    {
        document.AddComponent("key", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The key of a program, as an administrator made it: wb_…",
        });
        document.AddComponent("cookie", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = Access.Access.Cookie,
            Description = "Of somebody who signed in on the site",
        });
        document.Security = [.. new[] { "key", "cookie" }.Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] })];
    }

    private static Task Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        Leaving.LeavingAnswers.Describe(operation, context);
        var needsVersion = context.Description.ActionDescriptor.EndpointMetadata.OfType<NeedsVersion>().Any();
        foreach (var status in needsVersion ? [.. problemStatuses, .. versionStatuses] : problemStatuses)
        {
            (operation.Responses ??= []).TryAdd(status, Problem(status));
        }

        foreach (var response in operation.Responses!.Values.OfType<OpenApiResponse>())
        {
            (response.Headers ??= new Dictionary<string, IOpenApiHeader>())["API-Version"] =
                new OpenApiHeader { Description = "Version of the API", Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        }

        if (PastRequests.ShowsPast(context.Description.ActionDescriptor.EndpointMetadata))
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = PastRequests.Parameter,
                In = ParameterLocation.Query,
                Description = "As it was at the end of a day (2026-03-01) or at a moment (2026-03-01T09:30:00Z)",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        if (needsVersion)
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "If-Match",
                In = ParameterLocation.Header,
                Required = true,
                Description = "The version that was read, as the ETag gave it",
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    }

    private static OpenApiResponse Problem(string status) => new()
    {
        Description = $"Problem {status}",
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Required = new HashSet<string> { "status", "title", "detail" },
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                        ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                        ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                    },
                },
            },
        },
    };
}
