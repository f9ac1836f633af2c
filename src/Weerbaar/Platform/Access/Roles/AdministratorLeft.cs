using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Roles;

/// <summary>Somebody must be left who manages people: also when two administrators take it from each other at once.</summary>
internal static class AdministratorLeft
{
    /// <summary>Has the next save rely on another administrator, whose role has no last day, staying one.</summary>
    /// <exception cref="BrokenRule">There is none.</exception>
    public static async Task RelyOnAnotherAsync(WeerbaarDb db, string personId, DateOnly today, CancellationToken ct)
    {
        var another = await On(db, today).Where(a => a.Person.Id != personId && a.Role.Until == null)
            .OrderBy(a => a.Person.Id != db.Actor.Id).ThenBy(a => a.Person.Id).ThenBy(a => a.Role.Id)
            .FirstOrDefaultAsync(ct) ?? throw new BrokenRule("access.rule.last-administrator");
        db.RelyOn(another.Person);
        db.RelyOn(another.Role);
    }

    /// <summary>Everybody with access who is an administrator on a day.</summary>
    public static IQueryable<Administrator> On(WeerbaarDb db, DateOnly today) => db.Set<Person>().Where(p => !p.Disabled).Join(
        db.Set<RoleAssignment>().Where(a => a.Role == Role.Administrator && a.EndedAt == null
            && (a.From == null || a.From <= today) && (a.Until == null || a.Until >= today)),
        p => p.Id, a => a.PersonId, (person, role) => new Administrator { Person = person, Role = role });

    internal sealed class Administrator
    {
        public required Person Person { get; init; }

        public required RoleAssignment Role { get; init; }
    }
}
