using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Leaving;

namespace Weerbaar.Platform.Limits;

/// <summary>Counts requests for a minute and lets those wait who come too often; what no one does by hand is not counted: files of the site, and questions about its health.</summary>
public sealed class RequestGates(ServerSettings settings, IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan window = TimeSpan.FromMinutes(1);
    private static readonly PathString[] free = ["/web", "/health"];

    private readonly PartitionedRateLimiter<string> people = Limiter(l => l.OfPerson, settings, configuration);
    private readonly PartitionedRateLimiter<string> addresses = Limiter(l => l.OfAddress, settings, configuration);
    private readonly PartitionedRateLimiter<string> exports = Limiter(l => l.Exports, settings, configuration);

    /// <summary>Before it is known who it is.</summary>
    public Task PassAddressAsync(HttpContext http, RequestDelegate next) =>
        PassAsync(http, next, addresses, IsFree(http) ? null : AddressOf(http.Connection.RemoteIpAddress));

    /// <summary>Once it is known who it is.</summary>
    public Task PassPersonAsync(HttpContext http, RequestDelegate next)
    {
        var actor = http.RequestServices.GetRequiredService<CurrentActor>().Actor;
        var who = actor == Actor.Nobody || IsFree(http) ? null : actor.Id;
        return PassAsync(http, late => PassAsync(late, next, exports, who is not null && late.AsksToLeave() ? who : null), people, who);
    }

    public void Dispose()
    {
        people.Dispose();
        addresses.Dispose();
        exports.Dispose();
    }

    /// <summary>Somebody with a network of version 6 has more addresses than can be counted, so their network counts.</summary>
    public static string AddressOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    /// <summary>The page that says so is made by asking again within the same request; that does not count.</summary>
    private static bool IsFree(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is not null || free.Any(f => http.Request.Path.StartsWithSegments(f));

    private static async Task PassAsync(HttpContext http, RequestDelegate next, PartitionedRateLimiter<string> limiter, string? who)
    {
        using var lease = who is null ? null : limiter.AttemptAcquire(who);
        if (lease is { IsAcquired: false })
        {
            var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : window;
            http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        await next(http);
    }

    private static PartitionedRateLimiter<string> Limiter(Func<RequestLimits, int> limit, ServerSettings settings, IConfiguration configuration)
    {
        var most = limit(settings.Limits ?? RequestLimits.Of(configuration));
        return PartitionedRateLimiter.Create<string, string>(who => most == int.MaxValue
            ? RateLimitPartition.GetNoLimiter(who)
            : RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = window }));
    }
}
