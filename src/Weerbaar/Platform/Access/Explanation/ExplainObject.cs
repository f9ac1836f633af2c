using Microsoft.EntityFrameworkCore;
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
    /// <summary>One person: whether they see it and why, and what they may do to it and why.</summary>
    public sealed record Row(string PersonId, string Name, IReadOnlyList<string> Organisations, bool Sees, string Why, IReadOnlyList<AccessReason> May);

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

        var all = await people.AllAsync(clock.Today(), ct);
        var seeing = await whoSees.AmongAsync(await ActorsAsync(all, id, ct), id, ct);
        var names = await AccessNames.ReadAsync(db, all.SelectMany(p => p.Grants).Select(g => g.Scope), organisations, texts, ct);
        return new View(id, subject.Kind, subject.Marking, [.. all.Select(known => RowOf(known, subject, seeing.Contains(known.Person.Id), names))]);
    }

    /// <summary>Everybody who can come in, as they would be here, with what they opened in an emergency.</summary>
    private async Task<IReadOnlyList<Actor>> ActorsAsync(IReadOnlyList<KnownPerson> all, string id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var opened = (await db.Set<EmergencyOpening>().AsNoTracking().Where(o => o.ObjectId == id && o.Until > now).ToListAsync(ct))
            .GroupBy(o => o.PersonId).ToDictionary(g => g.Key, g => g.Max(o => o.Until));
        return [.. all.Where(p => !p.Person.Disabled).Select(p => p.Grants.Count > 0 && opened.TryGetValue(p.Person.Id, out var until)
            ? p.ToActor() with { Opened = new Dictionary<string, DateTimeOffset> { [id] = until } }
            : p.ToActor())];
    }

    private Row RowOf(KnownPerson known, MarkedObject subject, bool sees, AccessNames names) => new(
        known.Person.Id, known.Person.Name, known.Organisations, sees, WhySees(known, subject, sees), sees ? [.. Reasons(known, subject, names)] : []);

    private IEnumerable<AccessReason> Reasons(KnownPerson known, MarkedObject subject, AccessNames names) =>
        from permission in kinds[subject.Kind].ChangedBy.Append(Permission.SetMarking)
        from held in known.Held
        where held.Grant.Brings(permission, Place.Of(subject))
        select AccessReason.Of(permission, held, names, texts);

    private string WhySees(KnownPerson known, MarkedObject subject, bool sees)
    {
        var (clearance, marking) = (texts.Of(known.Person.Clearance), texts.Of(subject.Marking));
        return known switch
        {
            { Person.Disabled: true } => texts["access.explain.blocked"],
            { Grants.Count: 0 } => texts["access.explain.no-role"],
            _ when sees && known.Person.Clearance >= subject.Marking => texts["access.explain.sees", clearance, marking],
            _ when sees => texts["access.explain.sees-besides", clearance, marking],
            _ when known.Person.Clearance < subject.Marking => texts["access.explain.too-low", clearance, marking],
            _ => texts["access.explain.not-released"],
        };
    }

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/objects/{id}/access", (string id, ExplainObject explain, CancellationToken ct) => explain.HandleAsync(id, ct))
            .Needs(Permission.Read).WithName("explainObject").WithSummary("Who may see an object, who may change it, and why");
}
