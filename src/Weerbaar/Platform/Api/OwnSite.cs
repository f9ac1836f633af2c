using Microsoft.AspNetCore.Authentication.Cookies;

namespace Weerbaar.Platform.Api;

/// <summary>
/// Whether a change that a cookie signs was asked by a page of this site. The browser says so itself (<c>Sec-Fetch-Site</c>,
/// W3C Fetch Metadata; an older one <c>Origin</c>, RFC 6454): a page elsewhere can send the cookie along but not change what these say.
/// What sends neither is no page, since every browser sends one of the two with a change: a command line with somebody's cookie
/// is let through. A program with a key brings no cookie that counts.
/// </summary>
internal static class OwnSite
{
    /// <exception cref="FromElsewhere">A page of another site asked it.</exception>
    public static void Require(HttpContext http)
    {
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method);
        if (!reads && http.User.Identity is { IsAuthenticated: true, AuthenticationType: CookieAuthenticationDefaults.AuthenticationScheme } && !Asked(http.Request))
        {
            throw new FromElsewhere();
        }
    }

    private static bool Asked(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"], request.Headers.Origin);
        return site.Count > 0
            ? site is ["same-origin" or "none"]
            : origin.Count == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A page of another site asked a change in the name of who is signed in here. Answered as 403.</summary>
public sealed class FromElsewhere() : Exception("A page of another site asked it.");
