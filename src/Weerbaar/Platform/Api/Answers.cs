using Microsoft.AspNetCore.Http.HttpResults;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Api;

/// <summary>What a list route answers: the rows asked for, and how many there are in all.</summary>
public sealed record Listing<T>
{
    public required IReadOnlyList<T> Items { get; init; }

    public required int Total { get; init; }
}

/// <summary>Answers that carry the version of what they show in <c>ETag</c>.</summary>
public static class Answers
{
    public static Ok<T> WithVersion<T>(this HttpContext context, T view, Stored stored)
    {
        context.Response.Headers.ETag = $"\"{stored.Version}\"";
        return TypedResults.Ok(view);
    }

    public static Created<T> CreatedAt<T>(this HttpContext context, string path, T view, Stored stored)
    {
        context.Response.Headers.ETag = $"\"{stored.Version}\"";
        return TypedResults.Created($"/api/v1/{path}/{stored.Id}", view);
    }
}
