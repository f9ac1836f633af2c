using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Weerbaar.Platform.Site.Pages;

/// <summary>Changes the language and goes back to where the reader was.</summary>
[AllowAnonymous]
public sealed class LanguageModel : PageModel
{
    public async Task<IActionResult> OnPostAsync(string? language, string? returnUrl)
    {
        if (!Languages.IsKnown(language))
        {
            return BadRequest();
        }

        Response.Cookies.Append(Languages.Cookie, language!, new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = Request.IsHttps,
        });
        if (HttpContext.RequestServices.GetService<RememberLanguage>() is { } remember)
        {
            await remember(HttpContext, language!);
        }

        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
