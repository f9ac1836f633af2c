using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Weerbaar.Platform.Access.Accounts.Pages;

internal static class PageWords
{
    /// <summary>Where to go after signing in: back to the page that was asked for, if it is one of ours.</summary>
    public static string Home(this PageModel page, string? returnUrl) => page.Url.IsLocalUrl(returnUrl) ? returnUrl! : "/";

    public static string Device(this HttpContext http) => Accounts.Device.Of(http.Request.Headers.UserAgent.ToString());
}
