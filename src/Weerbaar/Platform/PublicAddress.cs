using Microsoft.AspNetCore.HttpOverrides;

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
        if (settings.PublicUrl is { } address)
        {
            var (scheme, host) = (address.Scheme, HostString.FromUriComponent(address));
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

    /// <summary>Who asks, as proxies say it: read from the last towards the first, for as long as each was told by one that is trusted.</summary>
    public static ForwardedHeadersOptions Forwarded(IReadOnlyList<System.Net.IPNetwork> trusted)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        trusted.ToList().ForEach(options.KnownIPNetworks.Add);
        return options;
    }
}
