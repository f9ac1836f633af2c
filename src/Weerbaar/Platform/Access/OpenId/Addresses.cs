using Microsoft.AspNetCore.WebUtilities;

namespace Weerbaar.Platform.Access.OpenId;

/// <summary>Addresses of ours and of the issuer, put together.</summary>
internal static class Addresses
{
    public static string WithQuery(Uri place, IDictionary<string, string?> values) => QueryHelpers.AddQueryString(place.AbsoluteUri, values);

    /// <summary>Where the issuer sends the browser back to; it must be registered there.</summary>
    public static string OfReturn(HttpRequest request) => $"{request.Scheme}://{request.Host}/sign-in/organisation/return";

    /// <summary>Where the issuer ends its own session, and sends the browser back to us; null when it does not say where (OpenID Connect RP-Initiated Logout 1.0).</summary>
    public static string? OfSignOut(IssuerDocument document, OpenIdSettings settings, HttpRequest request) => document.EndSession is not { } place ? null
        : WithQuery(place, new Dictionary<string, string?>
        {
            ["client_id"] = settings.ClientId,
            ["post_logout_redirect_uri"] = $"{request.Scheme}://{request.Host}/sign-in",
        });
}
