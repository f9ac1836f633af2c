using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.OpenId.Pages;

/// <summary>Links my account to the one at my organisation, or parts them. A link leads to the issuer: a form may lead nowhere else than here.</summary>
public sealed class LinkOpenIdModel(
    WeerbaarDb db, Texts texts, ServerSettings settings, LinkOpenId link, UnlinkOpenId unlink, AskIssuer issuer, SignInAttempts attempts, ILogger<LinkOpenIdModel> log) : StepPage(db, texts)
{
    public bool IsLinked { get; private set; }

    /// <summary>Where to go on, once linking has begun.</summary>
    public string? Place { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        try
        {
            var attempt = link.Begin(Addresses.OfReturn(Request));
            Place = await issuer.BeginAsync(attempt, ct);
            attempts.Keep(HttpContext, attempt);
        }
        catch (BrokenRule rule)
        {
            ModelState.AddModelError("", T[rule.Key, rule.Values]);
        }
        catch (IssuerTrouble trouble)
        {
            log.LogWarning("The issuer can't be used: {Trouble}", trouble.Message);
            ModelState.AddModelError("", T["access.open-id.error.trouble"]);
        }

        Response.Headers.CacheControl = "no-store";
        return Page();
    }

    public Task<IActionResult> OnPostUnlinkAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            await unlink.HandleAsync(ct);
            TempData.Saved(T["access.open-id.unlinked"]);
            return "/account";
        },
        () => ShowAsync(ct));

    private async Task ShowAsync(CancellationToken ct)
    {
        if (settings.OpenId is null)
        {
            throw new NotThere("page", "account/organisation");
        }

        IsLinked = (await WaysIn.OfAsync(Db, Db.Actor.Id, settings.OpenId, ct)).HasOpenId;
    }
}
