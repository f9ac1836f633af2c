using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.ApiClients;
using Weerbaar.Platform.Api;
using Weerbaar.Platform.Emergency;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Explanation;

/// <summary>What a person may see and do, and why: for themselves, and for who manages people.</summary>
public sealed class ExplainPerson(WeerbaarDb db, KnownPeople people, WhoSees whoSees, OrganisationCatalogue organisations, Texts texts, TimeProvider clock)
{
    /// <param name="Id">The person.</param>
    /// <param name="Name">Their name.</param>
    /// <param name="Clearance">Up to which marking they see; empty when they see nothing.</param>
    /// <param name="Sees">Why, in words.</param>
    /// <param name="Organisations">The organisations they work for, by code: of what is for named organisations only, they see what is released to these.</param>
    /// <param name="Opened">What they have open in an emergency.</param>
    /// <param name="Programs">The API clients they answer for, whose keys work: each may at most what they may.</param>
    /// <param name="Reasons">Every permission by every role that brings it.</param>
    public sealed record View(
        string Id, string Name, Marking? Clearance, string Sees, IReadOnlyList<string> Organisations, IReadOnlyList<OpenedView> Opened, IReadOnlyList<ProgramView> Programs, IReadOnlyList<AccessReason> Reasons);

    /// <summary>An object that is open to somebody above their clearance.</summary>
    public sealed record OpenedView(string Title, DateTimeOffset Until)
    {
        [ObjectIds]
        public string? ObjectId { get; set; }
    }

    public sealed record ProgramView(string Name, Marking Clearance, DateOnly Until);

    public async Task<View> HandleAsync(string id, CancellationToken ct)
    {
        if (id != db.Actor.Id && !db.Actor.May(Permission.ManagePeople))
        {
            throw new NotThere("person", id);
        }

        var found = await people.OfAsync(await db.GetAsync<Person>(id, ct), clock.Today(), ct);
        var known = (await whoSees.AsTheyAreAsync([found], ct))[0];
        var person = known.Person;
        if (person.Disabled || known.Grants.Count == 0)
        {
            return new View(id, person.Name, null, texts[person.Disabled ? "access.explain.blocked" : "access.explain.no-role"], [], [], [], []);
        }

        var names = await AccessNames.ReadAsync(db, known.Grants.Select(g => g.Scope), organisations, texts, ct);
        return new View(
            id, person.Name, person.Clearance, Sees(known), known.Organisations, await OpenedAsync(id, ct), await ProgramsAsync(known, ct), [.. Reasons(known, names)]);
    }

    private string Sees(KnownPerson known) => string.Join(' ', new[]
    {
        texts["access.explain.clearance", texts.Of(known.Person.Clearance)],
        known.Organisations.Count == 0 ? texts["access.explain.released-none"] : texts["access.explain.released", organisations.Words(known.Organisations)],
    });

    /// <summary>As far as who asks may see the objects.</summary>
    private async Task<IReadOnlyList<OpenedView>> OpenedAsync(string personId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.Set<EmergencyOpening>().AsNoTracking().Where(o => o.PersonId == personId && o.Until > now)
            .Join(db.Objects, o => o.ObjectId, i => i.Id, (o, i) => new { o.ObjectId, i.Title, o.Until }).OrderBy(o => o.Until).ToListAsync(ct);
        return [.. found.Select(o => new OpenedView(o.Title.Here, o.Until) { ObjectId = o.ObjectId })];
    }

    private async Task<IReadOnlyList<ProgramView>> ProgramsAsync(KnownPerson owner, CancellationToken ct) =>
        [.. (await KnownClient.AllAsync(db, [owner], clock.Today(), ct)).Select(c => new ProgramView(c.Client.Name, c.Clearance, c.Client.Until))];

    private IEnumerable<AccessReason> Reasons(KnownPerson known, AccessNames names) =>
        from permission in Enum.GetValues<Permission>()
        from held in known.Held
        where held.Grant.Holds(permission)
        select AccessReason.Of(permission, held, names, texts);

    internal static void Map(RouteGroupBuilder api) =>
        api.MapGet("/people/{id}/access", (string id, ExplainPerson explain, CancellationToken ct) => explain.HandleAsync(id, ct))
            .Needs(Permission.SignIn).WithName("explainPerson").WithSummary("What a person may see and do, and why");
}
