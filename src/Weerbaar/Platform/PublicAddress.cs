using Microsoft.AspNetCore.HttpOverrides;

namespace Weerbaar.Platform;

/// <summary>
/// Behind a proxy the program hears another address than people use. Told which one that is, it makes links, cookies and
/// passkeys for it; whatever a request says its host is does not count then.
/// </summary>
internal static class PublicAddress
{
    /// <summary>As long as the guidelines of the Dutch NCSC ask for.</summary>
    public static readonly TimeSpan StayWithTls = TimeSpan.FromDays(365);

    public static void UsePublicAddress(this WebApplication app, Uri? address)
    {
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor });
        if (address is null)
        {
            return;
        }

        var (scheme, host) = (address.Scheme, HostString.FromUriComponent(address));
        app.Use((http, next) =>
        {
            (http.Request.Scheme, http.Request.Host) = (scheme, host);
            return next(http);
        });
        if (scheme == Uri.UriSchemeHttps)
        {
            app.UseHsts();
        }
    }
}
