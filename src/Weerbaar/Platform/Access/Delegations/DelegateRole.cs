using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Delegations;

/// <summary>
/// Lets another use a role of one's own until a day. Only one's own: what was lent to somebody is not lent on. What the
/// other does with it says on whose behalf, and they see no more than they did.
/// </summary>
public sealed class DelegateRole(WeerbaarDb db, CurrentActor current, OrganisationCatalogue organisations, DelegationOptions options, Ids ids, TimeProvider clock)
{
    public sealed record Request
    {
        public required string AssignmentId { get; init; }

        /// <summary>The e-mail address of the person who may use the role.</summary>
        public required string Email { get; init; }

        /// <summary>The first day; today when empty.</summary>
        public DateOnly? From { get; init; }

        /// <summary>The last day.</summary>
        public required DateOnly Until { get; init; }

        public required string Reason { get; init; }
    }

    public async Task<LentRole> HandleAsync(Request request, CancellationToken ct)
    {
        db.Actor.Need(Permission.SignIn);
        current.NeedFreshSession(clock.GetUtcNow());
        var assignment = await OwnAsync(request.AssignmentId, ct);
        var days = Check(request);
        var to = await PersonAsync(request.Email, ct);
        await RefuseTwiceAsync(assignment, to, ct);
        db.RelyOn(assignment);
        var delegation = db.Add(new Delegation(ids.Next(), assignment, to, days, request.Reason, clock.GetUtcNow())).Entity;
        await db.SaveAsync(new Change("access.delegate-role", delegation.Reason) { About = delegation.FromPersonId }, ct);
        return new LentRole(delegation, assignment);
    }

    /// <summary>The longest that a role can be lent when it begins on a day.</summary>
    public DateOnly LastDay(DateOnly from) => from.AddDays(options.MostDays - 1);

    private async Task<RoleAssignment> OwnAsync(string id, CancellationToken ct)
    {
        var assignment = await db.Set<RoleAssignment>().FirstOrDefaultAsync(a => a.Id == id && a.PersonId == db.Actor.Id, ct);
        return assignment is not null && !assignment.IsOver(clock.Today())
            ? assignment
            : throw new InvalidInput("assignmentId", "access.delegations.error.not-own");
    }

    private LentDays Check(Request request)
    {
        var days = new LentDays(request.From ?? clock.Today(), request.Until);
        new InputCheck().Reason(request.Reason)
            .Require(days.Until >= days.From, "until", "access.functions.error.until")
            .Require(days.From >= clock.Today(), "from", "access.delegations.error.past")
            .Require(days.Until <= LastDay(days.From), "until", "access.delegations.error.too-long", options.MostDays)
            .ThrowIfAny();
        return days;
    }

    private async Task<string> PersonAsync(string email, CancellationToken ct)
    {
        var address = Person.AddressOf(email);
        var found = await Colleagues().Where(p => p.Email == address && !p.Disabled).Select(p => p.Id).FirstOrDefaultAsync(ct);
        return found is null || found == db.Actor.Id ? throw new InvalidInput("email", "access.delegations.error.nobody") : found;
    }

    /// <summary>
    /// Who works for an organisation of one's own or below it, or for none as oneself: who else has an account is nobody's
    /// to find out, except for who manages people.
    /// </summary>
    private IQueryable<Person> Colleagues()
    {
        var functions = KnownPeople.HeldOn(db, clock.Today());
        var own = db.Actor.Organisations.SelectMany(o => organisations.Within(o, clock.Today())).ToHashSet();
        return db.Actor.May(Permission.ManagePeople) ? db.Set<Person>()
            : own.Count == 0 ? db.Set<Person>().Where(p => !functions.Any(f => f.PersonId == p.Id))
            : db.Set<Person>().Where(p => functions.Any(f => f.PersonId == p.Id && own.Contains(f.Organisation)));
    }

    private async Task RefuseTwiceAsync(RoleAssignment assignment, string to, CancellationToken ct)
    {
        var today = clock.Today();
        if (await db.Set<Delegation>().AnyAsync(d => d.AssignmentId == assignment.Id && d.ToPersonId == to && d.EndedAt == null && d.Until >= today, ct))
        {
            throw new BrokenRule("access.delegations.rule.already");
        }
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/delegations", async (Request request, DelegateRole lend, HttpContext http, CancellationToken ct) =>
            {
                var lent = await lend.HandleAsync(request, ct);
                return http.CreatedAt("delegations", DelegationView.Of(lent), lent.Delegation);
            })
            .Needs(Permission.SignIn).WithName("delegateRole").WithSummary("Let another use a role of one's own until a day");
}
