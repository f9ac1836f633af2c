using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Weerbaar.Platform.Access.Accounts.Pages;

/// <summary>Shows new recovery codes once; they are not kept anywhere.</summary>
public sealed class RecoveryCodesModel : PageModel
{
    public const string Codes = "recovery-codes";

    public IReadOnlyList<string> Shown { get; private set; } = [];

    public IActionResult OnGet()
    {
        Shown = TempData[Codes] as string[] ?? [];
        return Shown.Count > 0 ? Page() : Redirect("/account");
    }
}
