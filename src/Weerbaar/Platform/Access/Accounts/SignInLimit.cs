using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Weerbaar.Platform.Journal;
using Weerbaar.Platform.Limits;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>At most sixty attempts at signing in a minute from one address: trying one password on many people takes long, and is seen.</summary>
public sealed class SignInLimit : IAsyncResourceFilter, IDisposable
{
    private const int attempts = 60;
    private static readonly TimeSpan window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(
        http => RateLimitPartition.GetFixedWindowLimiter(
            RequestGates.AddressOf(http.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = window }));

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        using var lease = HttpMethods.IsPost(context.HttpContext.Request.Method) ? limiter.AttemptAcquire(context.HttpContext) : null;
        if (lease is { IsAcquired: false })
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
            await context.HttpContext.RequestServices.GetRequiredService<AnonymousRefusals>().WriteAsync(context.HttpContext, "person", "", "too many attempts");
            return;
        }

        await next();
    }

    public void Dispose() => limiter.Dispose();
}
