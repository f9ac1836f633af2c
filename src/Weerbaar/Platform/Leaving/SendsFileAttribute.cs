using Weerbaar.Platform.Site.Tables;

namespace Weerbaar.Platform.Leaving;

/// <summary>Marks a page whose answer is a file to keep, as <c>Leaves()</c> marks a route of the API. A list that can be had as a file needs no mark.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SendsFileAttribute : Attribute;

internal static class LeavingRequests
{
    /// <summary>Whether a request asks for something that leaves: its page or route says so, or it asks a list for its file.</summary>
    public static bool AsksToLeave(this HttpContext http) => TableQuery.AsksFile(http.Request)
        || (http.GetEndpoint()?.Metadata is { } marks && (marks.GetMetadata<LeavesProgram>() is not null || marks.GetMetadata<SendsFileAttribute>() is not null));
}
