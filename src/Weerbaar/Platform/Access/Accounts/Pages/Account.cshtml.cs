using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts.Pages;

/// <summary>How I sign in, where I am signed in, and what I may do.</summary>
public sealed class AccountModel(WeerbaarDb db, Texts texts, ServerSettings settings, CurrentActor current, Passkeys passkeys, RecoveryCodes codes, Sessions sessions)
    : StepPage(db, texts)
{
    public sealed class Form
    {
        [Display(Name = "access.passkeys.field.name")]
        public string Name { get; set; } = "";
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<Passkey> Keys { get; private set; } = [];

    public WaysIn Ways { get; private set; } = new(false, 0, false);

    public int CodesLeft { get; private set; }

    public SessionList Open { get; private set; } = new([], null);

    /// <summary>People can sign in at their organisation.</summary>
    public bool IsWithIssuer => settings.OpenId is not null;

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken ct) => new JsonResult(await passkeys.AskAsync(HttpContext, ct));

    public Task<IActionResult> OnPostAddPasskeyAsync(string? credential, string? state, CancellationToken ct) => DoAsync(
        () => passkeys.AddAsync(new PasskeyAnswer(credential ?? "", state ?? ""), Input.Name ?? "", HttpContext, ct), "access.passkeys.added", ct);

    public Task<IActionResult> OnPostRemovePasskeyAsync(string id, CancellationToken ct) =>
        DoAsync(() => passkeys.RemoveAsync(id, ct), "access.passkeys.removed", ct);

    public Task<IActionResult> OnPostEndSessionAsync(string session, CancellationToken ct) =>
        DoAsync(() => sessions.EndAsync(Db.Actor.Id, s => s.Id == session, ct), "access.sessions.ended", ct);

    public Task<IActionResult> OnPostEndOthersAsync(CancellationToken ct) =>
        DoAsync(() => sessions.EndAsync(Db.Actor.Id, s => s.Id != current.Session?.Id, ct), "access.sessions.ended", ct);

    public Task<IActionResult> OnPostCodesAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            TempData[RecoveryCodesModel.Codes] = (await codes.HandleAsync(ct)).ToArray();
            return "/account/recovery-codes";
        },
        () => ShowAsync(ct));

    private Task<IActionResult> DoAsync(Func<Task> act, string saved, CancellationToken ct) => TryAsync(
        async () =>
        {
            await act();
            TempData.Saved(T[saved]);
            return "/account";
        },
        () => ShowAsync(ct));

    private async Task ShowAsync(CancellationToken ct)
    {
        Keys = await passkeys.OfAsync(Db.Actor.Id, ct);
        Ways = await WaysIn.OfAsync(Db, Db.Actor.Id, settings.OpenId, ct);
        CodesLeft = await codes.CountAsync(Db.Actor.Id, ct);
        Open = new SessionList(await sessions.OfAsync(Db.Actor.Id, ct), current.Session?.Id);
    }
}
