using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Weerbaar.Platform.Access.OpenId.Pages;

/// <summary>After signing out here: the issuer may still hold a session that lets the next user of the device in, so it offers to end that too.</summary>
[AllowAnonymous]
public sealed class SignedOutModel(ServerSettings settings, Issuer issuer) : PageModel
{
    public string? AtIssuer { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        try
        {
            AtIssuer = settings.OpenId is { } openId ? Addresses.OfSignOut(await issuer.DocumentAsync(ct), openId, Request) : null;
        }
        catch (IssuerTrouble)
        {
            AtIssuer = null;
        }
    }
}
