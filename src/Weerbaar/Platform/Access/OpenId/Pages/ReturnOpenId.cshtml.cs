using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Weerbaar.Platform.Access.Accounts.Pages;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Access.OpenId.Pages;

/// <summary>Where the issuer sends the browser back to: in, or a page that says why not.</summary>
[AllowAnonymous]
public sealed class ReturnOpenIdModel(ServerSettings settings, SignInByOpenId byOpenId, SignInAttempts attempts, Texts texts, ILogger<ReturnOpenIdModel> log) : PageModel
{
    public string Why { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? state, string? code, string? iss, string? error, CancellationToken ct)
    {
        if (settings.OpenId is null)
        {
            throw new NotThere("page", "sign-in/organisation/return");
        }

        Response.Headers.CacheControl = "no-store";
        try
        {
            var attempt = attempts.Take(HttpContext, state ?? "");
            await CurrentPerson.SignInAsync(HttpContext, await byOpenId.HandleAsync(attempt, new IssuerAnswer(state, code, iss, error), HttpContext.Device(), ct));
            return Redirect(this.Home(attempt!.ReturnTo));
        }
        catch (InvalidInput refused)
        {
            return Refuse(texts[refused.Errors[0].Key], StatusCodes.Status403Forbidden);
        }
        catch (IssuerTrouble trouble)
        {
            log.LogWarning("The issuer can't be used: {Trouble}", trouble.Message);
            return Refuse(texts["access.open-id.error.trouble"], StatusCodes.Status503ServiceUnavailable);
        }
    }

    private PageResult Refuse(string why, int status)
    {
        (Why, Response.StatusCode) = (why, status);
        return Page();
    }
}
