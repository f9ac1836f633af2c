using AngleSharp.Html.Parser;
using Weerbaar.Platform.Access;
using Weerbaar.Platform.Access.Accounts;

namespace Weerbaar.Tests.Access;

/// <summary>Somebody with a password, a code app and recovery codes, as the pages set them up.</summary>
internal sealed class Account
{
    public const string Password = "een lange zin om te onthouden";

    private readonly byte[] key;

    private Account(byte[] key, string email, string personId, IReadOnlyList<string> recoveryCodes, HttpClient browser) =>
        (this.key, Email, PersonId, RecoveryCodes, Browser) = (key, email, personId, recoveryCodes, browser);

    public string Email { get; }

    public string PersonId { get; }

    public IReadOnlyList<string> RecoveryCodes { get; }

    /// <summary>The browser the account was set up in, still signed in.</summary>
    public HttpClient Browser { get; }

    /// <summary>The code of a step that was not used yet: the one used to set up is that of now.</summary>
    public string NextCode => Totp.CodeAt(key, Totp.StepAt(DateTimeOffset.UtcNow) + 1);

    public static async Task<Account> SetUpAsync(TestSite site, Role role)
    {
        var browser = await site.SignInAsync(role);
        var form = await browser.GetStringAsync("/account/password");
        var key = KeyOn(form);
        var code = Totp.CodeAt(key, Totp.StepAt(DateTimeOffset.UtcNow) - 1);
        using var saved = await browser.PostAsync("/account/password", Filled(form, Password, code));
        var id = (await browser.GetJsonAsync("/me")).Text("id");
        return new Account(key, await site.EmailOfAsync(id), id, CodesOn(await saved.Content.ReadAsStringAsync()), browser);
    }

    public static FormUrlEncodedContent Filled(string form, string password, string code) => TestSite.Form(
        form, ("Input.FormKey", TestSite.Field(form, "Input.FormKey")), ("Input.Password", password), ("Input.Code", code));

    /// <summary>The key as a person types it over from the page.</summary>
    public static byte[] KeyOn(string form)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new HtmlParser().ParseDocument(form).QuerySelector("code.w-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        var bits = string.Concat(text.Select(letter => Convert.ToString(alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }

    /// <summary>Both steps in a new browser; the page it ends on tells whether it worked.</summary>
    public async Task<HttpClient> TryAsync(TestSite site, string code, string password = Password)
    {
        var browser = site.Visitor();
        var form = await browser.GetStringAsync("/sign-in");
        using var first = await browser.PostAsync("/sign-in", PasswordForm(form, password));
        var second = await first.Content.ReadAsStringAsync();
        using var answer = await browser.PostAsync("/sign-in/code", TestSite.Form(second, ("Input.Code", code)));
        return browser;
    }

    public FormUrlEncodedContent PasswordForm(string page, string password = Password)
    {
        var token = new HtmlParser().ParseDocument(page).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Input.Email"] = Email,
            ["Input.Password"] = password,
        });
    }

    private static IReadOnlyList<string> CodesOn(string page) =>
        [.. new HtmlParser().ParseDocument(page).QuerySelectorAll("ol.w-codes code").Select(code => code.TextContent)];
}

internal static class SignedIn
{
    public static async Task<bool> IsSignedInAsync(this HttpClient browser)
    {
        using var me = await browser.GetAsync("/api/v1/me");
        return me.IsSuccessStatusCode;
    }
}
