using Microsoft.EntityFrameworkCore;
using Weerbaar.Platform.Access.Roles;
using Weerbaar.Platform.Rules;
using Weerbaar.Platform.Site;
using Weerbaar.Platform.Storage;

namespace Weerbaar.Platform.Access.Accounts;

/// <summary>Makes one-time sign-in links: for the first administrator at the console, and for people who are invited.</summary>
public sealed class Invite(WeerbaarDb db, CurrentActor current, Ids ids, TimeProvider clock)
{
    private static readonly TimeSpan lifeOfLink = TimeSpan.FromDays(3);

    /// <summary>An open link is a way in: made only shortly after signing in, and for nobody who may see more.</summary>
    public void NeedMay(Marking clearance)
    {
        db.Actor.Need(Permission.ManagePeople);
        current.NeedFreshSession(clock.GetUtcNow());
        if (clearance > db.Actor.Clearance)
        {
            throw new BrokenRule("access.rule.higher-clearance");
        }
    }

    /// <summary>A person the actor may make a link for.</summary>
    public async Task<Person> ForWhomAsync(string personId, CancellationToken ct)
    {
        db.Actor.Need(Permission.ManagePeople);
        var person = await db.GetAsync<Person>(personId, ct);
        NeedMay(person.Clearance);
        return person;
    }

    /// <summary>A token for a person; whoever opens the link signs in as that person, once. Earlier links end.</summary>
    public Task<string> ForAsync(Person person, CancellationToken ct) =>
        ForAsync(person, new Change("access.invite", person.Id), ct);

    internal async Task<string> ForAsync(Person person, Change change, CancellationToken ct)
    {
        var (now, token) = (clock.GetUtcNow(), SignInLink.NewToken());
        await WithdrawAsync(person.Id, ct);
        db.Add(new SignInLink(token, person.Id, now + lifeOfLink));
        await db.SaveAsync(change, ct);
        return token;
    }

    /// <summary>Ends the links a person has not used, to be saved by the caller.</summary>
    internal async Task WithdrawAsync(string personId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db.Set<SignInLink>().Where(l => l.PersonId == personId && l.UsedAt == null).ToListAsync(ct);
        open.Where(l => l.IsGood(now)).ToList().ForEach(l => l.Withdraw(now));
    }

    /// <summary>Whether some administrator can sign in without a link.</summary>
    public Task<bool> AdministratorCanComeBackAsync(CancellationToken ct) => AdministratorLeft.On(db, clock.Today()).AnyAsync(
        a => db.Set<Password>().Any(w => w.Id == a.Person.Id) || db.Set<Passkey>().Any(k => k.PersonId == a.Person.Id), ct);

    /// <summary>A token for somebody by their address, or for the first administrator, who is made when there is none.</summary>
    /// <exception cref="BrokenRule">Nobody who may sign in has that address.</exception>
    public async Task<string> ForAddressAsync(string? email, CancellationToken ct)
    {
        var address = email is null ? null : Person.AddressOf(email);
        var person = address is null
            ? await AdministratorLeft.On(db, clock.Today()).Select(a => a.Person).OrderBy(p => p.Id).FirstOrDefaultAsync(ct)
            : await db.Set<Person>().FirstOrDefaultAsync(p => !p.Disabled && p.Email == address, ct);
        return person is not null || address is null
            ? await ForAsync(person ?? FirstAdministrator(), ct)
            : throw new BrokenRule("access.rule.nobody", address);
    }

    private Person FirstAdministrator()
    {
        var person = db.Add(new Person(ids.Next(), "Administrator", "administrator@localhost", db.Ceiling.Highest)).Entity;
        db.Add(new RoleAssignment(ids.Next(), person.Id, Role.Administrator, RoleScope.Everywhere, new Given(db.Actor.Id, clock.GetUtcNow()), clock.Today()));
        return person;
    }
}
