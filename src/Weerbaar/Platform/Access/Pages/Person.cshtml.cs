using Microsoft.AspNetCore.Mvc;
using Weerbaar.Platform.Access.Accounts;
using Weerbaar.Platform.Access.Accounts.Pages;
using Weerbaar.Platform.Access.Delegations;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Site.Components;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Pages;

/// <summary>One person: what they see and do, for whom and as what; and for who lost a device, a way to begin anew.</summary>
public sealed class PersonModel(
    WeerbaarDb db, Texts texts, CurrentActor current, KnownPeople people, OrganisationCatalogue organisations, Invite invite, Sessions sessions,
    ResetAccount reset, TimeProvider clock) : StepPage(db, texts)
{
    public KnownPerson Known { get; private set; } = null!;

    public IReadOnlyList<PersonFunction> Functions { get; private set; } = [];

    public IReadOnlyList<RoleAssignment> Roles { get; private set; } = [];

    public IReadOnlyList<LentRole> Lent { get; private set; } = [];

    public AccessNames Names { get; private set; } = null!;

    public string? Link { get; private set; }

    public SessionList Open { get; private set; } = new([], null);

    public OrganisationCatalogue Organisations { get; } = organisations;

    public DateOnly Today { get; } = clock.Today();

    public Task OnGetAsync(string id, CancellationToken ct) => ShowAsync(id, ct);

    public Task<IActionResult> OnPostLinkAsync(string id, CancellationToken ct) =>
        LinkAsync(id, async () => await invite.ForAsync(await invite.ForWhomAsync(id, ct), ct), ct);

    public Task<IActionResult> OnPostResetAsync(string id, CancellationToken ct) => LinkAsync(id, () => reset.HandleAsync(id, ct), ct);

    public Task<IActionResult> OnPostEndSessionAsync(string id, string session, CancellationToken ct) =>
        DoAsync(id, () => EndAsync(id, s => s.Id == session, ct), "access.sessions.ended", ct);

    public Task<IActionResult> OnPostEndSessionsAsync(string id, CancellationToken ct) =>
        DoAsync(id, () => EndAsync(id, _ => true, ct), "access.sessions.ended", ct);

    public Task<IActionResult> OnPostEndRoleAsync(string id, string role, long version, CancellationToken ct) =>
        DoAsync(id, () => EndRole.HandleAsync(role, version, new(), Db, clock, ct), "access.roles.ended", ct);

    public Task<IActionResult> OnPostEndDelegationAsync(string id, string delegation, long version, CancellationToken ct) =>
        DoAsync(id, () => EndDelegation.HandleAsync(delegation, version, Db, clock, ct), "access.delegations.ended", ct);

    public string Days(DateOnly from, DateOnly? until) => until is { } last
        ? T["access.days.from-until", Moments.Words(from), Moments.Words(last)]
        : T["access.days.from", Moments.Words(from)];

    /// <summary>From when until when a role holds, or when it was taken back.</summary>
    public string Days(RoleAssignment role) => role switch
    {
        { EndedAt: { } ended } => T["access.days.ended", Moments.Words(ended)],
        { From: { } from } => Days(from, role.Until),
        { Until: { } until } => T["access.days.until", Moments.Words(until)],
        _ => T["access.days.always"],
    };

    private Task EndAsync(string id, Func<Session, bool> which, CancellationToken ct)
    {
        Db.Actor.Need(Permission.ManagePeople);
        return sessions.EndAsync(id, which, ct);
    }

    private Task<IActionResult> DoAsync(string id, Func<Task> act, string saved, CancellationToken ct) => TryAsync(
        async () =>
        {
            await act();
            TempData.Saved(T[saved]);
            return $"/people/{id}";
        },
        () => ShowAsync(id, ct));

    /// <summary>The link is on the page that answers, once: it is kept nowhere it could be read again.</summary>
    private async Task<IActionResult> LinkAsync(string id, Func<Task<string>> make, CancellationToken ct)
    {
        ModelState.Clear();
        try
        {
            Link = $"{Request.Scheme}://{Request.Host}/sign-in/{await make()}";
        }
        catch (BrokenRule rule)
        {
            ModelState.AddModelError("", T[rule.Key, rule.Values]);
        }

        await ShowAsync(id, ct);
        return Page();
    }

    private async Task ShowAsync(string id, CancellationToken ct)
    {
        Known = await GetPerson.HandleAsync(id, Db, people, clock, ct);
        Functions = await ListFunctions.HandleAsync(Db, id, ct);
        Roles = await ListRoles.HandleAsync(Db, id, ct);
        Lent = await ListDelegations.HandleAsync(Db, id, ct);
        Names = await AccessNames.ReadAsync(Db, Roles.Concat(Lent.Select(l => l.Assignment)).Select(r => r.Scope()), Organisations, T, ct);
        Open = new SessionList(await sessions.OfAsync(id, ct), current.Session?.Id);
    }
}
