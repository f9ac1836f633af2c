namespace Weerbaar.Platform.Site;

/// <summary>Headers on every answer: nothing from elsewhere runs, frames, or learns where the reader came from.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; "
        + "require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly KeyValuePair<string, string>[] always =
    [
        new("Content-Security-Policy", ContentSecurityPolicy),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        new("Referrer-Policy", "same-origin"),
        new("Permissions-Policy", "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            Add((HttpContext)state);
            return Task.CompletedTask;
        }, http);
        return next(http);
    });

    private static void Add(HttpContext http)
    {
        foreach (var (name, value) in always)
        {
            http.Response.Headers.TryAdd(name, value);
        }

        // The names of built files carry a hash of their content, so they never change.
        if (http.Request.Path.StartsWithSegments("/web/assets") && http.Response.StatusCode is 200 or 206 or 304)
        {
            http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        }
    }
}
