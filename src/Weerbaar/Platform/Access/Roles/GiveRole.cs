using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>Gives a person a role: everywhere, for what an organisation leads, or for one object.</summary>
public sealed class GiveRole(WeerbaarDb db, OrganisationCatalogue organisations, Ids ids, TimeProvider clock)
{
    /// <summary>Which role, where it holds and for how long.</summary>
    public record Content
    {
        public required Role Role { get; init; }

        /// <summary>The code of the organisation it holds for; empty for no organisation in particular.</summary>
        public string? Organisation { get; init; }

        /// <summary>The id of the object it holds for; empty for no object in particular.</summary>
        [ObjectIds]
        public string? ObjectId { get; set; }

        /// <summary>The first day; today when empty.</summary>
        public DateOnly? From { get; init; }

        /// <summary>The last day; empty when none is set.</summary>
        public DateOnly? Until { get; init; }

        public string Reason { get; init; } = "";
    }

    public sealed record Request : Content
    {
        public required string PersonId { get; init; }
    }

    public async Task<RoleAssignment> HandleAsync(string personId, Content content, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        var person = await db.GetAsync<Person>(personId, ct);
        var assignment = await NewAsync(personId, content, ct);
        await RefuseTwiceAsync(assignment, ct);
        db.RelyOn(person);
        await db.SaveAsync(new Change("access.give-role", assignment.Reason) { About = personId }, ct);
        return assignment;
    }

    /// <summary>Adds the role, to be saved by the caller.</summary>
    internal async Task<RoleAssignment> NewAsync(string personId, Content content, CancellationToken ct)
    {
        await CheckAsync(content, ct);
        var scope = new RoleScope { Organisation = Given(content.Organisation), ObjectId = Given(content.ObjectId) };
        var given = new Given(db.Actor.Id, clock.GetUtcNow(), content.Reason.Trim());
        return db.Add(new RoleAssignment(ids.Next(), personId, content.Role, scope, given, content.From ?? clock.Today(), content.Until)).Entity;
    }

    /// <summary>Nobody gives more than they have, or what is of programs.</summary>
    private async Task CheckAsync(Content content, CancellationToken ct)
    {
        new InputCheck()
            .Require(RolePermissions.OfPeople.Contains(content.Role), "role", "access.roles.error.not-of-people")
            .Require(!(content.Until < clock.Today()), "until", "access.roles.error.over")
            .ThrowIfAny();
        if (!content.Role.Permissions().All(db.Actor.May))
        {
            throw new BrokenRule("access.roles.rule.more-than-own");
        }

        if (Given(content.Organisation) is { } code)
        {
            organisations.CheckDuring(content.From ?? clock.Today(), content.Until, clock.Today(), "organisation", code);
        }

        if (Given(content.ObjectId) is { } id && !await db.Objects.AnyAsync(o => o.Id == id, ct))
        {
            throw new InvalidInput("objectId", "access.roles.error.object", id);
        }
    }

    private async Task RefuseTwiceAsync(RoleAssignment assignment, CancellationToken ct)
    {
        var today = clock.Today();
        var before = await db.Set<RoleAssignment>().AsNoTracking().Where(a => a.PersonId == assignment.PersonId && a.Role == assignment.Role).ToListAsync(ct);
        if (before.Any(a => !a.IsOver(today) && a.Until == assignment.Until && a.Scope() == assignment.Scope()))
        {
            throw new BrokenRule("access.roles.rule.already");
        }
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    internal static void Map(RouteGroupBuilder api) =>
        api.MapPost("/role-assignments", async (Request request, GiveRole give, HttpContext http, CancellationToken ct) =>
            {
                var assignment = await give.HandleAsync(request.PersonId, request, ct);
                return http.CreatedAt("role-assignments", RoleView.Of(assignment), assignment);
            })
            .Needs(Permission.ManagePeople).WithName("giveRole").WithSummary("Give a person a role, everywhere or for one organisation or object");
}
