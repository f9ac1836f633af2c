using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts.Pages;

/// <summary>The second step after the password.</summary>
[AllowAnonymous]
[ServiceFilter<SignInLimit>]
public sealed class SignInCodeModel(WeerbaarDb db, Texts texts, SignInByPassword byPassword) : StepPage(db, texts)
{
    public const string Ticket = "second-step";

    public sealed class Form
    {
        [Display(Name = "access.field.code")]
        public string Code { get; set; } = "";
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    private string? Held => TempData.Peek(Ticket) as string;

    public IActionResult OnGet() => byPassword.IsGood(Held) ? Page() : RedirectToPage("SignIn", new { ReturnUrl });

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => !byPassword.IsGood(Held)
        ? RedirectToPage("SignIn", new { ReturnUrl })
        : await TryAsync(
            async () =>
            {
                var session = await byPassword.SecondStepAsync(Held, Input.Code ?? "", HttpContext.Device(), ct);
                TempData.Remove(Ticket);
                await CurrentPerson.SignInAsync(HttpContext, session);
                return this.Home(ReturnUrl);
            },
            () => Task.CompletedTask);
}
