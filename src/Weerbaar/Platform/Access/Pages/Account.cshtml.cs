using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

public sealed class AccountModel(WeerbaarDb db, Texts texts, SignIn signIn) : StepPage(db, texts)
{
    public sealed class Form
    {
        [Display(Name = "access.field.new-password")]
        public string Password { get; set; } = "";
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            await signIn.SetPasswordAsync(Db.Actor.Id, Input.Password ?? "", ct);
            await CurrentPerson.SignInAsync(HttpContext, await Db.GetAsync<Person>(Db.Actor.Id, ct));
            TempData.Saved(T["access.account.saved"]);
            return "/account";
        },
        () => Task.CompletedTask);
}
