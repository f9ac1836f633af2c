using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Api;

/// <summary>Reads the JSON of a request before the route does, to say all that is wrong with it at once and where.</summary>
internal static class SentJson
{
    private static readonly JsonDocumentOptions strict = new() { MaxDepth = InputLimits.DeepestNesting };

    /// <exception cref="InvalidInput">It is no JSON, or does not fit what the route asks for.</exception>
    /// <exception cref="BadHttpRequestException">It is too large (413), or not in UTF-8 (415).</exception>
    public static async Task CheckAsync(HttpContext http, Type asked)
    {
        if (MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.Charset.Length > 0)
        {
            MustBeUtf8(type);
            type.Charset = default;
            http.Request.ContentType = type.ToString();
        }

        http.Request.EnableBuffering(InputLimits.LargestBody, InputLimits.LargestBody);
        using var document = await ReadAsync(http);
        http.Request.Body.Position = 0;
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        new JsonFit(json).Check(document.RootElement, asked).ThrowIfAny();
    }

    private static void MustBeUtf8(MediaTypeHeaderValue type)
    {
        if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadHttpRequestException("Not UTF-8.", StatusCodes.Status415UnsupportedMediaType);
        }
    }

    private static async Task<JsonDocument> ReadAsync(HttpContext http)
    {
        try
        {
            return await JsonDocument.ParseAsync(http.Request.Body, strict, http.RequestAborted);
        }
        catch (JsonException wrong)
        {
            throw new InvalidInput("", "api.error.json", wrong.LineNumber + 1, wrong.BytePositionInLine + 1);
        }
    }
}
