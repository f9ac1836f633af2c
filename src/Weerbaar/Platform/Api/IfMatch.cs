using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Weerbaar.Platform.Api;

/// <summary>The version a writer saw, from the header <c>If-Match: "7"</c>, an entity tag as RFC 9110 §8.8.3 writes it: neither weak, nor one of several, nor <c>*</c>, which names no version. Without it a change is refused (428).</summary>
public sealed record IfMatch(long Version) : IEndpointParameterMetadataProvider
{
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        if (header.Length == 0)
        {
            throw new VersionMissing();
        }

        var number = header.Trim() is ['"', .. var between, '"'] ? between : "";
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? ValueTask.FromResult<IfMatch?>(new IfMatch(version))
            : throw new Rules.InvalidInput("If-Match", "api.error.if-match");
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new NeedsVersion());
}

/// <summary>Marks a route that needs <c>If-Match</c>, for the OpenAPI document.</summary>
public sealed record NeedsVersion;

/// <summary>A change came without the version it was made on. Answered as 428.</summary>
public sealed class VersionMissing() : Exception("If-Match is missing.");
