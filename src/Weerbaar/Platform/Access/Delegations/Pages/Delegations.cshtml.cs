using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Delegations.Pages;

/// <summary>What I lent to others, what they lent to me, and lending a role.</summary>
public sealed class DelegationsModel(
    WeerbaarDb db, Texts texts, DelegateRole lend, DelegationOptions options, OrganisationCatalogue organisations, TimeProvider clock) : StepPage(db, texts)
{
    public sealed class Form
    {
        [Display(Name = "access.field.role")]
        public string AssignmentId { get; set; } = "";

        [Display(Name = "access.delegations.field.email")]
        public string Email { get; set; } = "";

        [Display(Name = "access.field.from")]
        public DateOnly? From { get; set; }

        [Display(Name = "access.field.until")]
        public DateOnly? Until { get; set; }

        [Display(Name = "access.field.reason")]
        public string Reason { get; set; } = "";
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public IReadOnlyList<LentRole> Lent { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Own { get; private set; } = [];

    /// <summary>What comes with the role, and what of one's own roles never does.</summary>
    public string WhatIsLent { get; private set; } = "";

    public AccessNames Names { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Today();

    public int MostDays { get; } = options.MostDays;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        Input.From = Today;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => TryAsync(
        async () =>
        {
            var request = new DelegateRole.Request
            {
                AssignmentId = Input.AssignmentId ?? "",
                Email = Input.Email ?? "",
                From = Input.From,
                Until = Input.Until ?? DateOnly.MinValue,
                Reason = Input.Reason ?? "",
            };
            await lend.HandleAsync(request, ct);
            TempData.Saved(T["access.delegations.done"], "delegation-new");
            return "/account/delegations";
        },
        () => ShowAsync(ct));

    public Task<IActionResult> OnPostEndDelegationAsync(string delegation, long version, CancellationToken ct)
    {
        ModelState.Clear();
        return TryAsync(
            async () =>
            {
                await EndDelegation.HandleAsync(delegation, version, Db, clock, ct);
                TempData.Saved(T["access.delegations.ended"]);
                return "/account/delegations";
            },
            () => ShowAsync(ct));
    }

    private async Task ShowAsync(CancellationToken ct)
    {
        Db.Actor.Need(Permission.SignIn);
        Lent = await ListDelegations.HandleAsync(Db, Db.Actor.Id, ct);
        var own = await Db.Set<RoleAssignment>().AsNoTracking().Where(a => a.PersonId == Db.Actor.Id && a.EndedAt == null).OrderBy(a => a.Id).ToListAsync(ct);
        Names = await AccessNames.ReadAsync(Db, Lent.Select(l => l.Assignment).Concat(own).Select(a => a.Scope()), organisations, T, ct);
        var never = own.SelectMany(a => a.Role.Permissions()).Where(PermissionReach.NeverLent.Contains).Distinct().Order().Select(p => T.Of(p)).ToList();
        WhatIsLent = never.Count == 0 ? T["access.delegations.what"] : $"{T["access.delegations.what"]} {T["access.delegations.never", string.Join(", ", never)]}";
        Own = [.. own.Where(a => !a.IsOver(Today)).Select(a => new SelectListItem($"{T.Of(a.Role)}, {Names.Where(a.Scope())}", a.Id))];
    }
}
