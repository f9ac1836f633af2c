using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Weerbaar.Platform.Access.Accounts.Pages;
using Weerbaar.Platform.Rules;

namespace Weerbaar.Platform.Access.OpenId.Pages;

/// <summary>Sends the browser to the issuer; a page only when that can't be done.</summary>
[AllowAnonymous]
public sealed class BeginOpenIdModel(ServerSettings settings, AskIssuer issuer, SignInAttempts attempts, ILogger<BeginOpenIdModel> log) : PageModel
{
    public string Again { get; private set; } = "/sign-in/organisation";

    public async Task<IActionResult> OnGetAsync(string? returnUrl, CancellationToken ct)
    {
        if (settings.OpenId is null)
        {
            throw new NotThere("page", "sign-in/organisation");
        }

        var home = this.Home(returnUrl);
        Response.Headers.CacheControl = "no-store";
        try
        {
            var attempt = SignInAttempt.New(home, Addresses.OfReturn(Request));
            var place = await issuer.BeginAsync(attempt, ct);
            attempts.Keep(HttpContext, attempt);
            return Redirect(place);
        }
        catch (IssuerTrouble trouble)
        {
            log.LogWarning("The issuer can't be used: {Trouble}", trouble.Message);
            Again = $"/sign-in/organisation?returnUrl={Uri.EscapeDataString(home)}";
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }
}
