using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.ApiClients;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Emergency;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;
using Weerbaar.Platform.Thread;

namespace Weerbaar.Platform.Access.Explanation;

/// <summary>Who may see an object, who may change it, and why: for who manages people, and for who sets its marking.</summary>
public sealed class ExplainObject(
    WeerbaarDb db, KnownPeople people, ObjectKinds kinds, WhoSees whoSees, OrganisationCatalogue organisations, Texts texts, TimeProvider clock)
{
    /// <summary>One person or program: whether they see it and why, and what they may do to it and why.</summary>
    /// <param name="PersonId">Who; for a program the id that the journal names it by.</param>
    /// <param name="Name">Their name.</param>
    /// <param name="Owner">Who answers for it, where it is a program.</param>
    /// <param name="Organisations">The codes of the organisations they work for.</param>
    /// <param name="Sees">Whether they see it.</param>
    /// <param name="Why">Why they do or do not.</param>
    /// <param name="May">What they may do to it, by every role that brings it.</param>
    public sealed record Row(string PersonId, string Name, string? Owner, IReadOnlyList<string> Organisations, bool Sees, string Why, IReadOnlyList<AccessReason> May);

    public sealed record View(string Id, string Kind, Marking Marking, IReadOnlyList<Row> People);

    public static bool IsFor(Actor actor, MarkedObject subject) =>
        actor.May(Permission.ManagePeople) || actor.May(Permission.SetMarking, subject);

    public async Task<View> HandleAsync(string id, CancellationToken ct)
    {
        var subject = await GetMarking.FindAsync(id, db, kinds, ct);
        if (!IsFor(db.Actor, subject))
        {
            throw new Forbidden(Permission.SetMarking);
        }

        var all = await EverybodyAsync(id, ct);
        var seeing = await whoSees.AmongAsync([.. all.Where(s => !s.Blocked).Select(s => s.Actor)], id, ct);
        var names = await AccessNames.ReadAsync(db, all.SelectMany(s => s.Held).Select(h => h.Grant.Scope), organisations, texts, ct);
        return new View(id, subject.Kind, subject.Marking, [.. all.Select(s => RowOf(s, subject, seeing.Contains(s.Actor.Id), names))]);
    }

    /// <summary>Every person, and every program with a key that works, as they would be here with what they opened in an emergency.</summary>
    private async Task<IReadOnlyList<Somebody>> EverybodyAsync(string id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var opened = (await db.Set<EmergencyOpening>().AsNoTracking().Where(o => o.ObjectId == id && o.Until > now).ToListAsync(ct)).ToLookup(o => o.PersonId);
        var all = await whoSees.AsTheyAreAsync(await people.AllAsync(clock.Today(), ct), ct);
        return
        [
            .. all.Select(p => new Somebody(p.ToActor(OpenedInEmergency.Until(opened[p.Person.Id])), p.Person.Name, null, p.Person.Clearance, p.Person.Disabled, p.Held, p.Organisations)),
            .. (await KnownClient.AllAsync(db, all, clock.Today(), ct)).Select(c => new Somebody(c.ToActor(), c.Client.Name, c.Owner.Person.Name, c.Clearance, c.Owner.Person.Disabled, c.Held, [])),
        ];
    }

    private Row RowOf(Somebody somebody, MarkedObject subject, bool sees, AccessNames names) => new(
        somebody.Actor.Id, somebody.Name, somebody.Owner, somebody.Organisations, sees,
        OfOwner(somebody, WhySees(somebody, subject, sees)), sees ? [.. Reasons(somebody, subject, names)] : []);

    private IEnumerable<AccessReason> Reasons(Somebody somebody, MarkedObject subject, AccessNames names) =>
        from permission in kinds[subject.Kind].ChangedBy.Append(Permission.SetMarking)
        from held in somebody.Held
        where somebody.Actor.May(permission, subject) && held.Grant.Brings(permission, Place.Of(subject))
        let reason = AccessReason.Of(permission, held, names, texts)
        select reason with { Why = OfOwner(somebody, reason.Why) };

    private string OfOwner(Somebody somebody, string why) => somebody.Owner is { } owner ? texts["access.explain.program", owner, why] : why;

    private string WhySees(Somebody somebody, MarkedObject subject, bool sees)
    {
        var (clearance, marking) = (texts.Of(somebody.Clearance), texts.Of(subject.Marking));
        return somebody switch
        {
            { Blocked: true } => texts["access.explain.blocked"],
            { Held.Count: 0 } => texts["access.explain.no-role"],
            _ when sees && somebody.Clearance >= subject.Marking => texts["access.explain.sees", clearance, marking],
            _ when sees => texts["access.explain.sees-besides", clearance, marking],
            _ when somebody.Clearance < subject.Marking => texts["access.explain.too-low", clearance, marking],
            _ => texts["access.explain.not-released"],
        };
    }

    /// <summary>A person, or a program with who answers for it.</summary>
    private sealed record Somebody(Actor Actor, string Name, string? Owner, Marking Clearance, bool Blocked, IReadOnlyList<HeldGrant> Held, IReadOnlyList<string> Organisations);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/objects/{id}/access", (string id, ExplainObject explain, CancellationToken ct) => explain.HandleAsync(id, ct))
            .Needs(Permission.Read).WithName("explainObject").WithSummary("Who may see an object, who may change it, and why");
}
