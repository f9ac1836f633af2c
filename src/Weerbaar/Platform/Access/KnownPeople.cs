using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Functions;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access;

/// <summary>People with what they have on a day; the one place where a person becomes an actor.</summary>
public sealed class KnownPeople(WeerbaarDb db, CurrentGrants grants)
{
    public async Task<KnownPerson> OfAsync(Person person, DateOnly day, CancellationToken ct) => new(
        person, await grants.OfAsync(person.Id, day, ct), [.. (await HeldOn(day).Where(f => f.PersonId == person.Id).ToListAsync(ct)).Select(f => f.Organisation).Distinct()]);

    public async Task<IReadOnlyList<KnownPerson>> AllAsync(DateOnly day, CancellationToken ct)
    {
        var people = await db.Set<Person>().AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(ct);
        var roles = (await grants.OfAsync(null, day, ct)).ToLookup(h => h.PersonId, StringComparer.Ordinal);
        var functions = (await HeldOn(day).ToListAsync(ct)).ToLookup(f => f.PersonId, f => f.Organisation, StringComparer.Ordinal);
        return [.. people.Select(p => new KnownPerson(p, [.. roles[p.Id]], [.. functions[p.Id].Distinct()]))];
    }

    private IQueryable<PersonFunction> HeldOn(DateOnly day) => db.Set<PersonFunction>().AsNoTracking()
        .Where(f => f.From <= day && (f.Until == null || f.Until >= day)).OrderBy(f => f.Organisation).ThenBy(f => f.Id);
}
