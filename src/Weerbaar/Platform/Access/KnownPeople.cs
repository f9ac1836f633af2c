using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Delegations;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Organisations;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>
/// People with what they have on a day, as far as the actor of the database may see it; the one place where a person
/// becomes an actor. A delegation falls with the assignment it lends, and when who lends it is blocked.
/// </summary>
public sealed class KnownPeople(WeerbaarDb db, OrganisationCatalogue organisations)
{
    public async Task<KnownPerson> OfAsync(Person person, DateOnly day, CancellationToken ct) =>
        (await ReadAsync(db.Set<Person>().Where(p => p.Id == person.Id), day, ct)).Single() with { Person = person };

    public Task<IReadOnlyList<KnownPerson>> AllAsync(DateOnly day, CancellationToken ct) =>
        ReadAsync(db.Set<Person>().OrderBy(p => p.Name).ThenBy(p => p.Id), day, ct);

    public static IQueryable<PersonFunction> HeldOn(WeerbaarDb db, DateOnly day) => db.Set<PersonFunction>()
        .Where(f => f.From <= day && (f.Until == null || f.Until >= day)).OrderBy(f => f.Organisation).ThenBy(f => f.Id);

    /// <summary>One question to the database: it is asked at every request.</summary>
    private async Task<IReadOnlyList<KnownPerson>> ReadAsync(IQueryable<Person> people, DateOnly day, CancellationToken ct)
    {
        var (roles, lent, functions) = (InForce(day), Lent(day), HeldOn(db, day));
        var found = await people.AsNoTracking().AsSingleQuery().Select(p => new
        {
            Person = p,
            Roles = roles.Where(r => r.PersonId == p.Id).ToList(),
            Lent = lent.Where(d => d.ToPersonId == p.Id).Join(roles, d => d.AssignmentId, r => r.Id, (d, r) => new LentRole(d, r)).ToList(),
            Functions = functions.Where(f => f.PersonId == p.Id).ToList(),
        }).ToListAsync(ct);
        return [.. found.Select(p => new KnownPerson(
            p.Person,
            [.. p.Roles.Select(r => HeldGrant.Own(r, organisations, day)), .. p.Lent.Select(l => HeldGrant.By(l, organisations, day))],
            [.. p.Functions.Select(f => f.Organisation).Distinct()]))];
    }

    private IQueryable<RoleAssignment> InForce(DateOnly day) => db.Set<RoleAssignment>()
        .Where(a => a.EndedAt == null && (a.From == null || a.From <= day) && (a.Until == null || a.Until >= day)).OrderBy(a => a.Id);

    private IQueryable<Delegation> Lent(DateOnly day) => db.Set<Delegation>()
        .Where(d => d.EndedAt == null && d.From <= day && d.Until >= day && db.Set<Person>().Any(p => p.Id == d.FromPersonId && !p.Disabled))
        .OrderBy(d => d.Id);
}
