using System.Globalization;
using Weerbaar.Platform.Site.Components;

namespace Weerbaar.Platform.Journal;

/// <summary>Addresses of then and of now, for the frame of a page.</summary>
public sealed partial class Past
{
    /// <summary>What follows the address of another page to see that as it was then.</summary>
    public static string Query(HttpRequest request) => $"?{PastRequests.Parameter}={Uri.EscapeDataString(request.Query[PastRequests.Parameter].ToString())}";

    /// <summary>The same page as it is now.</summary>
    public static string NowAddress(HttpRequest request) =>
        request.Path + QueryString.Create(request.Query.Where(q => q.Key != PastRequests.Parameter).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value)));

    /// <summary>When it is, as it was asked: a day or a moment.</summary>
    public static string Words(HttpRequest request, DateTimeOffset at) => Day(request) is { Length: > 0 } day
        ? Moments.Words(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        : Moments.Words(at);

    /// <summary>The day that was asked for, for the field that asks for another; empty when it was a moment or none.</summary>
    public static string Day(HttpRequest request) => request.Query[PastRequests.Parameter].ToString() is { Length: 10 } day ? day : "";

    public static bool MayBeAsked(HttpContext http) => HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint() is { } endpoint && PastRequests.Shows(endpoint);
}
