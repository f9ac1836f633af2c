using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

[AllowAnonymous]
public sealed class SignInModel(WeerbaarDb db, Texts texts, SignIn signIn) : StepPage(db, texts)
{
    public sealed class Form
    {
        [Display(Name = "access.field.email")]
        public string Email { get; set; } = "";

        [Display(Name = "access.field.password")]
        public string Password { get; set; } = "";
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/") : Page();

    public Task<IActionResult> OnPostAsync(string? returnUrl, CancellationToken ct) => TryAsync(
        async () =>
        {
            var person = await signIn.ByPasswordAsync(Input.Email ?? "", Input.Password ?? "", ct);
            await CurrentPerson.SignInAsync(HttpContext, person);
            return Url.IsLocalUrl(returnUrl) ? returnUrl! : "/";
        },
        () => Task.CompletedTask);
}
