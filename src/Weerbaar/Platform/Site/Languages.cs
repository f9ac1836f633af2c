using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Weerbaar.Platform.Site;

/// <summary>Dutch and English: the person's own setting, else the cookie, else what the browser asks for, else Dutch.</summary>
internal static class Languages
{
    public const string Cookie = "language";

    private static readonly Dictionary<string, CultureInfo> cultures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nl"] = CultureInfo.GetCultureInfo("nl-NL"),
        ["en"] = CultureInfo.GetCultureInfo("en-GB"),
    };

    public static bool IsKnown(string? language) => language is not null && cultures.ContainsKey(language);

    public static string Here => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static string Other => Here == "nl" ? "en" : "nl";

    public static RequestLocalizationOptions Options()
    {
        var options = new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(cultures["nl"]),
            SupportedCultures = [.. cultures.Values],
            SupportedUICultures = [.. cultures.Values],
        };
        options.RequestCultureProviders =
        [
            Provider(http => SignedIn.Of(http.User).Language),
            Provider(http => http.Request.Cookies[Cookie]),
            Provider(Asked),
        ];
        return options;
    }

    /// <summary>Takes up the language of a request again where an error ended it: what was set further on does not come back with it.</summary>
    public static void Resume(HttpContext http)
    {
        if (http.Features.Get<IRequestCultureFeature>()?.RequestCulture is { } asked)
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (asked.Culture, asked.UICulture);
            return;
        }

        // It ended before it was known whose it is.
        var language = http.Request.Cookies[Cookie] is { } kept && IsKnown(kept) ? kept : Asked(http);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = cultures[language ?? "nl"];
    }

    private static CustomRequestCultureProvider Provider(Func<HttpContext, string?> read) => new(http =>
    {
        var language = read(http);
        var result = IsKnown(language) ? new ProviderCultureResult(cultures[language!].Name) : null;
        return Task.FromResult(result);
    });

    /// <summary>The first language asked for that we have, looking at <c>en</c> of <c>en-US</c>.</summary>
    private static string? Asked(HttpContext http) => http.Request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.Value?.Split('-')[0])
        .FirstOrDefault(IsKnown);
}
