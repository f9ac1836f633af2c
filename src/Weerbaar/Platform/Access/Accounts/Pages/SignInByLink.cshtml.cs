using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;

namespace Weerbaar.Platform.Access.Accounts.Pages;

/// <summary>Signs in by a one-time link; it asks first, so that a program that looks ahead at links does not use it up.</summary>
[AllowAnonymous]
[ServiceFilter<SignInLimit>]
public sealed class SignInByLinkModel(SignInByLink byLink) : PageModel
{
    public string? Name { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        Name = (await byLink.WhoIsAsync(token, ct))?.Name;
        Response.StatusCode = Name is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken ct)
    {
        try
        {
            await CurrentPerson.SignInAsync(HttpContext, await byLink.HandleAsync(token, HttpContext.Device(), ct));
            return Redirect("/");
        }
        catch (InvalidInput refused) when (refused.Errors[0].Key != "access.error.link")
        {
            HttpContext.RefuseOnPage(StatusCodes.Status403Forbidden, "", refused.Errors[0].Key);
            return new EmptyResult();
        }
        catch (Exception used) when (used is InvalidInput or DbUpdateConcurrencyException)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
            return Page();
        }
    }
}
