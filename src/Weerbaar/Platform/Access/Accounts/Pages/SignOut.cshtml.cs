using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Weerbaar.Platform.Access.Accounts.Pages;

public sealed class SignOutModel(CurrentActor current, Sessions sessions) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (current.Session is { } session)
        {
            await sessions.EndAsync(session.PersonId, s => s.Id == session.Id, ct, "access.sign-out");
        }

        await HttpContext.SignOutAsync();
        return Redirect(current.Session?.Method == SignInMethod.OpenId ? "/signed-out" : "/sign-in");
    }
}
