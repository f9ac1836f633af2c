using Microsoft.AspNetCore.HttpOverrides;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform;

/// <summary>
/// Behind a proxy the program hears another address than people use. Told which one that is, it makes links, cookies and
/// passkeys for it; whatever a request says its host is does not count then.
/// </summary>
public static class PublicAddress
{
    /// <summary>As long as the guidelines of the Dutch NCSC ask for.</summary>
    public static readonly TimeSpan StayWithTls = TimeSpan.FromDays(365);

    public static void UsePublicAddress(this WebApplication app, ServerSettings settings)
    {
        app.UseForwardedHeaders(Forwarded(settings.TrustedProxies));
        if (settings.PublicUrl is null && settings.Certificate is null && IsLoopback(settings.Url))
        {
            app.Use(RefuseOtherNames);
        }

        if (settings.PublicUrl is { } address)
        {
            var (scheme, host) = (address.Scheme, address.IsDefaultPort ? new HostString(address.Host) : new HostString(address.Host, address.Port));
            app.Use((http, next) =>
            {
                (http.Request.Scheme, http.Request.Host) = (scheme, host);
                return next(http);
            });
        }

        if (settings.PublicUrl?.Scheme == Uri.UriSchemeHttps || settings.Certificate is not null)
        {
            app.UseHsts();
        }
    }

    public static bool IsLoopback(string url) => new Uri(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal)).IsLoopback;

    /// <summary>
    /// Only this machine reaches a loopback address, and it calls it so. Another name is that of a page elsewhere whose name
    /// was made to lead here (DNS rebinding), so that its browser takes the answer for that page's own. Over TLS the browser holds the name against the certificate.
    /// </summary>
    public static async Task RefuseOtherNames(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Host.Host.ToLowerInvariant() is "localhost" or "" || (System.Net.IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var ip) && System.Net.IPAddress.IsLoopback(ip)))
        {
            await next(http);
            return;
        }

        Languages.Resume(http);
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.ContentType = "text/plain; charset=utf-8";
        await http.Response.WriteAsync(http.RequestServices.GetRequiredService<Texts>()["site.other-host"] + "\n", http.RequestAborted);
    }

    /// <summary>Who asks, as proxies say it: read from the last towards the first, for as long as each was told by one that is trusted.</summary>
    public static ForwardedHeadersOptions Forwarded(IReadOnlyList<System.Net.IPNetwork> trusted)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        trusted.ToList().ForEach(options.KnownIPNetworks.Add);
        return options;
    }
}
