using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts.Pages;

/// <summary>A password and a code app, set up together.</summary>
public sealed class AccountPasswordModel(WeerbaarDb db, Texts texts, SetPassword setPassword, AuthenticatorKeys keys) : StepPage(db, texts)
{
    public sealed class Form
    {
        public string FormKey { get; set; } = "";

        [Display(Name = "access.field.new-password")]
        public string Password { get; set; } = "";

        [Display(Name = "access.field.code")]
        public string Code { get; set; } = "";
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public string Address { get; private set; } = "";

    public string KeyInGroups { get; private set; } = "";

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new SetPassword.Request(Input.Password ?? "", Input.FormKey ?? "", Input.Code ?? "");
            TempData[RecoveryCodesModel.Codes] = (await setPassword.HandleAsync(request, ct)).ToArray();
            TempData.Saved(T["access.account.saved"]);
            return "/account/recovery-codes";
        },
        () => ShowAsync(ct));

    /// <summary>The key stays the same while the form comes back with errors: the app has it already.</summary>
    private async Task ShowAsync(CancellationToken ct)
    {
        var person = await Db.GetAsync<Person>(Db.Actor.Id, ct);
        var key = keys.FromForm(Input.FormKey ?? "", person.Id) ?? Totp.NewKey();
        ModelState.Remove("Input.FormKey");
        Input.FormKey = keys.ForForm(key, person.Id);
        Address = Totp.Address(key, "Weerbaar", person.Email);
        KeyInGroups = string.Join(' ', Totp.Base32(key).Chunk(4).Select(group => new string(group)));
    }
}
