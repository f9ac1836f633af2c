using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Weerbaar.Platform.Access.Accounts.Pages;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Access.OpenId.Pages;

/// <summary>Where the issuer sends the browser back to: in, or to the account that is linked now, or a page that says why not.</summary>
[AllowAnonymous]
public sealed class ReturnOpenIdModel(
    ServerSettings settings, SignInByOpenId byOpenId, LinkOpenId link, SignInAttempts attempts, Texts texts, ILogger<ReturnOpenIdModel> log) : PageModel
{
    public string Why { get; private set; } = "";

    /// <summary>It was begun to link an account, not to sign in.</summary>
    public bool IsLink { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? state, string? code, string? iss, string? error, CancellationToken ct)
    {
        if (settings.OpenId is null)
        {
            throw new NotThere("page", "sign-in/organisation/return");
        }

        Response.Headers.CacheControl = "no-store";
        var (attempt, answer) = (attempts.Take(HttpContext, state ?? ""), new IssuerAnswer(state, code, iss, error));
        IsLink = attempt?.LinkFor is not null;
        try
        {
            return Redirect(IsLink ? await LinkAsync(attempt!, answer, ct) : await SignInAsync(attempt, answer, ct));
        }
        catch (InvalidInput refused)
        {
            return Refuse(texts[refused.Errors[0].Key], StatusCodes.Status403Forbidden);
        }
        catch (BrokenRule rule)
        {
            return Refuse(texts[rule.Key, rule.Values], StatusCodes.Status409Conflict);
        }
        catch (IssuerTrouble trouble)
        {
            log.LogWarning("The issuer can't be used: {Trouble}", trouble.Message);
            return Refuse(texts["access.open-id.error.trouble"], StatusCodes.Status503ServiceUnavailable);
        }
    }

    private async Task<string> SignInAsync(SignInAttempt? attempt, IssuerAnswer answer, CancellationToken ct)
    {
        await CurrentPerson.SignInAsync(HttpContext, await byOpenId.HandleAsync(attempt, answer, HttpContext.Device(), ct));
        return this.Home(attempt!.ReturnTo);
    }

    private async Task<string> LinkAsync(SignInAttempt attempt, IssuerAnswer answer, CancellationToken ct)
    {
        TempData.Saved(texts["access.open-id.linked", await link.HandleAsync(attempt, answer, ct)]);
        return attempt.ReturnTo;
    }

    private PageResult Refuse(string why, int status)
    {
        (Why, Response.StatusCode) = (why, status);
        return Page();
    }
}
