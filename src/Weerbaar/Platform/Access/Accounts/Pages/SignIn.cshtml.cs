using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts.Pages;

[AllowAnonymous]
[ServiceFilter<SignInLimit>]
public sealed class SignInModel(WeerbaarDb db, Texts texts, SignInByPassword byPassword, SignInByPasskey byPasskey, ServerSettings settings) : StepPage(db, texts)
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

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What the button of the organisation's account says; null where people have none.</summary>
    public string? AtOrganisation => settings.OpenId?.Button.Here;

    /// <summary>Whether only a few administrators sign in here without it.</summary>
    public bool LocalIsRare => settings.OpenId?.OnlyLocalAccounts is not null;

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/") : Page();

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            TempData[SignInCodeModel.Ticket] = await byPassword.FirstStepAsync(Input.Email ?? "", Input.Password ?? "", ct);
            return Url.Page("/Platform/Access/Accounts/Pages/SignInCode", new { ReturnUrl })!;
        },
        () => Task.CompletedTask);

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => new JsonResult(await byPasskey.AskAsync(HttpContext));

    public Task<IActionResult> OnPostPasskeyAsync(string? credential, string? state, CancellationToken ct) => TryAsync(
        async () =>
        {
            var answer = new PasskeyAnswer(credential ?? "", state ?? "");
            await CurrentPerson.SignInAsync(HttpContext, await byPasskey.HandleAsync(answer, HttpContext.Device(), HttpContext, ct));
            return this.Home(ReturnUrl);
        },
        () => Task.CompletedTask);
}
